/**
 * The text format of WebAssembly as a tree: a list is an array, all else is a string. What Binaryen
 * prints is read, which is all with names and without abbreviations.
 */

/** @param {string} source a module with nothing but white space around it */
export function parse(source) {
  const token = /[()]|"(?:[^"\\]|\\.)*"|;;[^\n]*|[^\s()"]+/g;
  const open = [[]];
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const [text] = match;
    if (text === '(') {
      open.push([]);
    } else if (text === ')') {
      const list = open.pop();
      open.at(-1).push(list);
    } else if (!text.startsWith(';;')) {
      open.at(-1).push(text);
    }
  }
  return open[0][0];
}

/** The text of a tree, each of its first lists on a line of its own. */
export function print(module) {
  return `(${module.map(line).join('\n')})\n`;
}

function line(node) {
  return typeof node === 'string' ? node : `(${node.map(line).join(' ')})`;
}

/** Whether a node is a list that begins with a keyword. */
export function is(node, keyword) {
  return Array.isArray(node) && node[0] === keyword;
}

/** The lists of one kind in a module, or the children of one kind of any list. */
export function all(node, keyword) {
  return node.filter((child) => is(child, keyword));
}

/** The function of a name, unless it is an import. */
export function functionOf(module, name) {
  return module.find((node) => is(node, 'func') && node[1] === name);
}

/** The types in all `param` or `result` lists of a signature. */
export function types(signature, keyword) {
  return all(signature, keyword).flatMap((list) =>
    list.slice(1).filter((part) => !(typeof part === 'string' && part.startsWith('$'))),
  );
}

/**
 * Replaces lists from the innermost on.
 *
 * @param {(list: unknown[]) => unknown} replace gives the list itself where it may stay
 */
export function rewrite(node, replace) {
  if (typeof node === 'string') {
    return node;
  }
  for (let i = 0; i < node.length; i++) {
    node[i] = rewrite(node[i], replace);
  }
  return replace(node);
}

/** Whatever is not as it was when this was written must not become an engine that does not work. */
export function fail(what) {
  throw new Error(`optimising the engine: ${what}`);
}
