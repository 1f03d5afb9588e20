/**
 * Takes out of custom-media-element what never runs here: our elements build their shadow trees
 * themselves (`src/element-shadow.ts`) and want no more of its markup than the styles. Besides, it
 * is all that would assign to `innerHTML`.
 */
import { readFile } from 'node:fs/promises';

/** What goes, and how often it is there. */
const UNUSED = [
  [/if \(!this\.shadowRoot\) \{[\s\S]*?innerHTML = [\s\S]*?\}/g, 1],
  [/static shadowRootOptions = .*/g, 1],
  [/(?<=<\/style>)[^`]*/g, 2],
  // Properties that reflect attributes are our own (src/element-native.ts).
  [/get src\(\) \{[\s\S]*?set preload\(val\) \{[\s\S]*?\n {4}\}/g, 1],
  [
    /const attr = prop\.toLowerCase\(\);\s*if \(propsToAttrs\.has\(attr\)\) \{[\s\S]*?\n {14}\}/g,
    2,
  ],
  [/const propsToAttrs = [\s\S]*?delete\("muted"\);/g, 1],
  // Our classes all have `call` and `set`.
  [/if \(this\.call\) (?=return this\.call)/g, 1],
  [/const nativeFn = [\s\S]*?\.apply\(this\.nativeEl, args\);/g, 1],
  [/if \(this\.set\) (?=\{)/g, 1],
  [/if \(this\.nativeEl\) \{\s*this\.nativeEl\[prop\] = val;\s*\}/g, 1],
  // Leaves `Object.hasOwn`.
  [/\.prototype(?=\.hasOwnProperty)|(?<=hasOwn)Property\.call/g, 2],
  [/(?<=#(isInit|isDefined)) = false/g, 2],
  // Ours tells events otherwise (src/element-class.ts), and observes neither `id` nor `class`.
  [/handleEvent\(event\) \{[\s\S]*?\n {4}\}/g, 1],
  [/if \(\["id", "class"\]\.includes\(attrName\)\) return;/g, 1],
  [/if \(mutation\.type === "attributes"\) (?=\{)/g, 1],
  [/set nativeEl\(val\) \{[\s\S]*?\n {4}\}/g, 1],
  [/(this\.)?#nativeEl = null;/g, 2],
  [/this\.#nativeEl \?\? /g, 1],
  // For elements that extend others (`is`), which ours do not.
  [/, \{ is \}/g, 1],
  [/, is(?= \}\))/g, 1],
  [/const natAttrs = .*/g, 1],
  [/\.\.\.natAttrs,/g, 1],
  [/function serializeAttributes\([\s\S]*?(?=const CustomVideoElement )/g, 1],
];

/** What the markup is indented by. */
const INDENTATION = /\s*\n\s+/g;

export const elementsPlugin = {
  name: 'elements',
  setup({ onLoad }) {
    onLoad({ filter: /custom-media-element\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [pattern, count] of UNUSED) {
        if (contents.match(pattern)?.length !== count) {
          throw new Error(`${path} is not what it was: ${pattern}`);
        }
        contents = contents.replace(pattern, '');
      }
      return {
        contents: contents.replace(/<style>[^`]*/g, (style) => style.replace(INDENTATION, '')),
      };
    });
  },
};
