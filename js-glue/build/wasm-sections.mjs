/** Reads what is wanted of a WebAssembly module's binary form (Core Specification, section 5.5). */

const IMPORTS = 2;
const HEADER_BYTES = 8;

/** The kinds of imports, and how many bytes or LEB128 numbers their types take. */
const FUNCTION = 0;
const TABLE = 1;
const MEMORY = 2;
const GLOBAL = 3;
const TAG = 4;

const NULLABLE_REFERENCE = 0x63;
const REFERENCE = 0x64;

/**
 * The names of a module's imports, `module.name`.
 *
 * @param {Uint8Array} bytes
 * @return {string[]}
 */
export function importNames(bytes) {
  const reader = new Reader(bytes, HEADER_BYTES);
  while (!reader.atEnd) {
    const id = reader.byte();
    const end = reader.number() + reader.position;
    if (id === IMPORTS) {
      return Array.from({ length: reader.number() }, () => readImport(reader));
    }
    reader.position = end;
  }
  return [];
}

function readImport(reader) {
  const name = `${reader.text()}.${reader.text()}`;
  const kind = reader.byte();
  switch (kind) {
    case FUNCTION:
      reader.number();
      break;
    case TABLE:
      readType(reader);
      readLimits(reader);
      break;
    case MEMORY:
      readLimits(reader);
      break;
    case GLOBAL:
      readType(reader);
      reader.byte();
      break;
    case TAG:
      reader.byte();
      reader.number();
      break;
    default:
      throw new Error(`import ${name} is of the unknown kind ${kind}`);
  }
  return name;
}

function readType(reader) {
  const type = reader.byte();
  if (type === REFERENCE || type === NULLABLE_REFERENCE) {
    reader.number();
  }
}

function readLimits(reader) {
  const hasMaximum = reader.byte() & 1;
  reader.number();
  if (hasMaximum) {
    reader.number();
  }
}

class Reader {
  #bytes;

  constructor(bytes, position) {
    this.#bytes = bytes;
    this.position = position;
  }

  get atEnd() {
    return this.position >= this.#bytes.length;
  }

  byte() {
    return this.#bytes[this.position++];
  }

  /** An unsigned LEB128 number of up to 32 bits. */
  number() {
    let value = 0;
    let shift = 0;
    let byte;
    do {
      byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte & 0x80);
    return value;
  }

  text() {
    const length = this.number();
    const start = this.position;
    this.position += length;
    return new TextDecoder().decode(this.#bytes.subarray(start, this.position));
  }
}
