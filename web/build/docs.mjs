/** The documentation as pages of the site: docs/*.md become docs/*.html. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Marked } from 'marked';
import { withParts } from './parts.mjs';
import { docs, pages, site } from './paths.mjs';

/** For people who work on Offstage itself, and read it where its source is. */
const LEFT_OUT = ['architecture.md'];

/** @param {string} hashes of the styles that are allowed inline */
export async function renderDocs(hashes) {
  const page = await readFile(join(pages, 'docs/page.html'), 'utf8');
  const template = withParts(page, { root: '../', current: 'docs/index.html', hashes });
  const names = (await readdir(docs)).filter(
    (name) => name.endsWith('.md') && !LEFT_OUT.includes(name),
  );
  await mkdir(join(site, 'docs'), { recursive: true });
  for (const name of names) {
    const { title, body } = render(await readFile(join(docs, name), 'utf8'), names);
    const html = template
      .replaceAll('{title}', () => title)
      .replace('{body}', () => body);
    await writeFile(join(site, 'docs', pageOf(name)), html);
  }
}

function render(markdown, names) {
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${slug(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      /** What is not part of the site stays as words. */
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        const [file, anchor] = href.split('#');
        if (/^https?:/.test(href)) {
          return `<a href="${href}">${text}</a>`;
        }
        if (file && !names.includes(file)) {
          return text;
        }
        return `<a href="${file ? pageOf(file) : ''}${anchor ? `#${anchor}` : ''}">${text}</a>`;
      },
      code({ text }) {
        return `<pre tabindex="0"><code>${escape(text)}</code></pre>\n`;
      },
    },
    hooks: {
      /** Wide tables scroll by themselves, also by keyboard. */
      postprocess: (html) =>
        html
          .replaceAll(
            '<table>',
            '<div class="table" role="group" aria-label="Table" tabindex="0"><table>',
          )
          .replaceAll('</table>', '</table></div>')
          .replaceAll('<th></th>', '<td></td>')
          .replaceAll(/<!--[\s\S]*?-->\n?/g, ''),
    },
  });
  const title = /^# (.+)$/m.exec(markdown)[1];
  return { title: escape(title), body: marked.parse(markdown) };
}

function pageOf(name) {
  return name === 'README.md' ? 'index.html' : name.replace(/\.md$/, '.html');
}

/** As GitHub makes them, so that links work in both places. */
function slug(text) {
  return text
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
