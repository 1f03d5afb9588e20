/** The binary format of WebAssembly, as far as its sections go. */

const HEADER_BYTES = 8;
const CUSTOM = 0;

/**
 * The custom sections of a module whose names begin with something, as they lie in it. They have no
 * counterpart in the text format.
 *
 * @param {Buffer} module
 * @return {Buffer}
 */
export function customSections(module, prefix) {
  const found = [];
  for (let at = HEADER_BYTES; at < module.length;) {
    const [size, body] = unsigned(module, at + 1);
    const [, name] = unsigned(module, body);
    if (module[at] === CUSTOM && module.toString('utf8', name, name + prefix.length) === prefix) {
      found.push(module.subarray(at, body + size));
    }
    at = body + size;
  }
  return Buffer.concat(found);
}

/** A number in LEB128, and where it ends. */
function unsigned(module, from) {
  let value = 0;
  let at = from;
  for (let shift = 0; ; shift += 7) {
    const byte = module[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) {
      return [value, at];
    }
  }
}
