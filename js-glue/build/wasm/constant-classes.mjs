/**
 * Makes constants of what TeaVM's start function fills in: the tables of virtual methods and what is
 * known of classes. It is shorter, and Binaryen can tell from it which method a call ends in.
 */
import { all, fail, functionOf, is, rewrite } from './text.mjs';

const CLASS = '$org.teavm.runtime.reflect.ClassInfo';
const TABLE = /^\$VT</;
const CONSTANTS = ['ref.func', 'ref.null', 'i32.const', 'global.get'];

/** What refers back, which constants cannot: a class to its table and to its arrays. */
const BACKWARD = ['$vtable', '$arrayType'];

/** @param module is changed */
export function makeClassesConstant(module) {
  const fields = fieldsOf(module);
  const objects = new Map();
  for (const [, name, , init] of all(module, 'global')) {
    if (is(init, 'struct.new_default') && fields.has(init[1])) {
      objects.set(name, { name, type: init[1], values: new Map() });
    }
  }
  const start = functionOf(module, all(module, 'start')[0][1]);
  const kept = start.slice(2).flatMap((statement) => expand(module, statement));
  const left = kept.filter((statement) => !take(statement, objects));
  const tables = new Map();
  const backward = [];
  for (const { name, type, values } of objects.values()) {
    if (type === CLASS) {
      tables.set(name, values.get('$vtable'));
      // Of other classes nobody asks for the table.
      const isArray = values.has('$itemType');
      for (const field of BACKWARD.filter((known) => values.has(known))) {
        if (isArray || field !== '$vtable') {
          backward.push(['struct.set', CLASS, field, ['global.get', name], values.get(field)]);
        }
        values.delete(field);
      }
    }
  }
  if (tables.size === 0 || objects.size < 1.5 * tables.size) {
    fail('classes are not where they were');
  }
  const isDeclaration = (node) => ['type', 'local'].includes(node[0]);
  start.splice(
    2,
    start.length,
    ...left.filter(isDeclaration),
    ...backward,
    ...left.filter((node) => !isDeclaration(node)),
  );
  replaceGlobals(module, objects, fields);
  resolveTables(module, tables);
}

/** The fields, as name and type, of the types that classes and their tables have. */
function fieldsOf(module) {
  const fields = new Map();
  for (const definition of all(module, 'rec')
    .concat([module])
    .flatMap((list) => all(list, 'type'))) {
    const [, name, body] = definition;
    if (name === CLASS || TABLE.test(name)) {
      const struct = is(body, 'sub') ? body.at(-1) : body;
      fields.set(
        name,
        struct.slice(1).map(([, field, type]) => [field, is(type, 'mut') ? type[1] : type]),
      );
    }
  }
  return fields;
}

/** A call of a function that only sets fields is what it sets. */
function expand(module, statement) {
  const func = is(statement, 'call') && functionOf(module, statement[1]);
  if (!func) {
    return [statement];
  }
  const body = func.slice(2).filter((node) => !['type', 'param', 'result'].includes(node[0]));
  const isSetter = (node) =>
    is(node, 'struct.set') ||
    (is(node, 'call') && expand(module, node).every((inner) => is(inner, 'struct.set')));
  if (!body.length || !body.every(isSetter)) {
    return [statement];
  }
  const values = new Map(all(func, 'param').map(([, name], i) => [name, statement[2 + i]]));
  return body.flatMap((node) =>
    expand(
      module,
      rewrite(structuredClone(node), (list) =>
        list[0] === 'local.get' && values.has(list[1]) ? values.get(list[1]) : list,
      ),
    ),
  );
}

/** Notes what a statement sets, if it is a constant in one of the objects. */
function take(statement, objects) {
  if (!is(statement, 'struct.set')) {
    return false;
  }
  const [, , field, target, value] = statement;
  const object = is(target, 'global.get') && objects.get(target[1]);
  if (!object || !CONSTANTS.includes(value[0])) {
    return false;
  }
  object.values.set(field, value);
  return true;
}

/** Constants may refer to what stands before them. */
function replaceGlobals(module, objects, fields) {
  const done = new Set();
  const globals = [];
  const emit = (object) => {
    if (!object || done.has(object)) {
      return;
    }
    done.add(object);
    object.values.forEach((value) => is(value, 'global.get') && emit(objects.get(value[1])));
    const values = fields
      .get(object.type)
      .map(([field, type]) => object.values.get(field) ?? nothing(type));
    const init = ['struct.new', object.type, ...values];
    globals.push(['global', object.name, ['ref', object.type], init]);
  };
  objects.forEach(emit);
  const others = module.filter((node) => !(is(node, 'global') && objects.has(node[1])));
  const last = others.findLastIndex((node) => is(node, 'global'));
  module.splice(
    0,
    module.length,
    ...others.slice(0, last + 1),
    ...globals,
    ...others.slice(last + 1),
  );
}

function nothing(type) {
  if (type === 'i32') {
    return ['i32.const', '0'];
  }
  return ['ref.null', typeof type === 'string' ? type.replace(/ref$/, '') : type.at(-1)];
}

/** The table of a class that is known is that table; else it is one of an array. */
function resolveTables(module, tables) {
  rewrite(module, (list) => {
    if (list[0] !== 'struct.get' || list[1] !== CLASS || list[2] !== '$vtable') {
      return list;
    }
    if (is(list[3], 'global.get') && tables.has(list[3][1])) {
      return tables.get(list[3][1]);
    }
    if (!is(list[3], 'call') || list[3][1] !== '$teavm@getArrayClass') {
      fail('somebody asks a class for its table');
    }
    return list;
  });
}
