/**
 * Shuts what TeaVM has compiled off from JavaScript, so that Binaryen may change every type in it
 * and leave out what is in none. JavaScript never looks into an object of Java's, it only hands
 * them back: at the border they all are `externref`. Functions that it is given to call are
 * exported, which is how Binaryen hears of them.
 */
import { all, fail, functionOf, is, rewrite, types } from './text.mjs';

/** Of native memory, which only C code linked to the engine would ask for. */
const UNUSED_EXPORTS = [
  '"teavm.malloc"',
  '"teavm.free"',
  '"teavm.realloc"',
  '"teavm_processQueue"',
  '"teavm_stopped"',
];

/** Its functions take arrays of characters as such, which are nobody's to change. */
const STRING_BUILTINS = '"wasm:js-string"';

/** @param module is changed */
export function closeWorld(module) {
  const unused = (node) => is(node, 'export') && UNUSED_EXPORTS.includes(node[1]);
  module.splice(0, module.length, ...module.filter((node) => !unused(node)));
  exportCallbacks(module);
  wrapImports(module);
  wrapExports(module);
  wrapExceptions(module);
}

/** Functions reach JavaScript as arguments of imports, and no other way. */
function exportCallbacks(module) {
  const takers = new Map();
  for (const [, , name, func] of all(module, 'import')) {
    const at = is(func, 'func') ? types(func, 'param').indexOf('funcref') : -1;
    if (at >= 0) {
      takers.set(func[1], at);
    } else if (is(func, 'func') && types(func, 'param').some((type) => isFunction(module, type))) {
      fail(`import ${name} takes functions of a kind`);
    }
  }
  const callbacks = new Set();
  rewrite(module, (list) => {
    if (list[0] === 'call' && takers.has(list[1])) {
      const callback = list[2 + takers.get(list[1])];
      if (is(callback, 'ref.func')) {
        callbacks.add(callback[1]);
      } else if (!is(callback, 'ref.null')) {
        fail(`${list[1]} is given a function that nobody knows`);
      }
    } else if (list[0] === 'ref.func' && takers.has(list[1])) {
      fail(`${list[1]} may be called from anywhere`);
    }
    return list;
  });
  if (!callbacks.size) {
    fail('JavaScript calls no function');
  }
  [...callbacks].forEach((name, i) => module.push(['export', `"callback ${i}"`, ['func', name]]));
}

function isFunction(module, type) {
  const definition = all(module, 'rec')
    .concat([module])
    .flatMap((list) => all(list, 'type'))
    .find(([, name]) => name === type.at(-1));
  return type === 'funcref' || (definition && JSON.stringify(definition).includes('["func"'));
}

/** A function with the types of Java in front of each import that has some. */
function wrapImports(module) {
  for (const node of all(module, 'import')) {
    const [, from, , func] = node;
    if (!is(func, 'func') || from === STRING_BUILTINS) {
      continue;
    }
    const params = types(func, 'param');
    const results = types(func, 'result');
    if ([...params, ...results].some(isOwn)) {
      const name = func[1];
      const outer = `${name}@import`;
      const call = ['call', outer, ...params.map((type, i) => toJs(type, ['local.get', `${i}`]))];
      node[3] = ['func', outer, ...signature(params.map(atBorder), results.map(atBorder))];
      module.push(['func', name, ...signature(params, results), fromJs(results[0], call)]);
    }
  }
}

function wrapExports(module) {
  for (const node of all(module, 'export')) {
    const [, , [kind, name]] = node;
    if (kind !== 'func') {
      continue;
    }
    const func = functionOf(module, name);
    const params = types(func, 'param');
    const results = types(func, 'result');
    if ([...params, ...results].some(isOwn)) {
      const outer = `${name}@export`;
      const call = ['call', name, ...params.map((type, i) => fromJs(type, ['local.get', `${i}`]))];
      node[2] = ['func', outer];
      module.push([
        'func',
        outer,
        ...signature(params.map(atBorder), results.map(atBorder)),
        toJs(results[0], call),
      ]);
    }
  }
}

/** What is thrown passes JavaScript, too: the tag is known there. */
function wrapExceptions(module) {
  const [tag, ...others] = all(module, 'tag');
  const [type] = types(tag, 'param');
  if (others.length || !isOwn(type)) {
    fail('exceptions are not what they were');
  }
  const name = tag[1];
  tag.splice(2, tag.length, ['param', 'externref']);
  let caught = 0;
  let handled = 0;
  rewrite(module, (list) => {
    if (list[0] === 'throw' && list[1] === name) {
      return ['throw', name, toJs(type, list[2])];
    }
    if (list[0] === 'try_table') {
      caught += all(list, 'catch').length;
      if (list.some((part) => /^catch(_ref|_all|_all_ref)$/.test(part[0]))) {
        fail('exceptions are caught in another way');
      }
    }
    if (list[0] === 'block' && is(list[2], 'result') && catches(list, name, list[1])) {
      handled++;
      list[2] = ['result', 'externref'];
      return fromJs(type, list);
    }
    return list;
  });
  if (caught !== handled) {
    fail(`${handled} of ${caught} handlers of exceptions are known`);
  }
}

/** Whether a block is where the `try_table` that is all of it leaves to, and nothing else. */
function catches(block, tag, label) {
  let tries = 0;
  let others = 0;
  const look = (node) => {
    if (is(node, 'catch') && node[1] === tag && node[2] === label) {
      tries++;
    } else if (typeof node !== 'string') {
      node.forEach(look);
    } else if (node === label) {
      others++;
    }
  };
  block.slice(3).forEach(look);
  if (tries && others) {
    fail('a handler of exceptions takes something else');
  }
  return tries > 0;
}

/** Whether a type is defined in the module. */
const isOwn = (type) => is(type, 'ref') && type.at(-1).startsWith('$');
const atBorder = (type) => (isOwn(type) ? 'externref' : type);

function toJs(type, value) {
  return type && isOwn(type) ? ['extern.convert_any', value] : value;
}

function fromJs(type, value) {
  return type && isOwn(type) ? ['ref.cast', type, ['any.convert_extern', value]] : value;
}

function signature(params, results) {
  return [...params.map((type) => ['param', type]), ...results.map((type) => ['result', type])];
}
