/** What is in the ID3 tags of `timedmetadata` events. A module of its own: few pages need it. */

/** A frame of a tag (ID3v2.4, section 4). */
export interface Id3Frame {
  /** Four characters, such as `TXXX`. */
  readonly id: string;
  /** What tells frames of one kind apart: the description of `TXXX` and `WXXX`, the owner of `PRIV` and `UFID`; else ''. */
  readonly description: string;
  /** Of text and link frames; else ''. */
  readonly text: string;
  /** What else there is: all of it in kinds of frames that are not known. */
  readonly data: Uint8Array;
}

const HEADER_BYTES = 10;
const UNSYNCHRONISED = 0x80;
const EXTENDED = 0x40;
const NOTHING = new Uint8Array();

/**
 * Reads the frames of a tag of version 2.3 or 2.4. Compressed and encrypted frames are left out, and
 * so is what is damaged.
 *
 * @param tag all of it, from its header on
 */
export function parseId3(tag: Uint8Array): Id3Frame[] {
  const frames: Id3Frame[] = [];
  const [, , , version = 0, , flags = 0] = tag;
  if (latin(tag.subarray(0, 3)) !== 'ID3' || (version !== 3 && version !== 4)) {
    return frames;
  }
  const isNew = version === 4;
  const sizeAt = (bytes: Uint8Array, at: number): number =>
    bytes.subarray(at, at + 4).reduce((size, byte) => size * (isNew ? 128 : 256) + byte, 0);
  const end = tag.subarray(6, 10).reduce((size, byte) => size * 128 + byte, HEADER_BYTES);
  let body = tag.subarray(HEADER_BYTES, end);
  if (!isNew && flags & UNSYNCHRONISED) {
    body = synchronised(body);
  }
  let at = flags & EXTENDED ? sizeAt(body, 0) + (isNew ? 0 : 4) : 0;
  while (at + HEADER_BYTES < body.length && body[at]) {
    const start = at + HEADER_BYTES;
    const id = latin(body.subarray(at, at + 4));
    const [, frameFlags = 0] = body.subarray(at + 8);
    at = start + sizeAt(body, at + 4);
    if (at > body.length) {
      break;
    }
    let content = body.subarray(start, at);
    if (isNew && frameFlags & 1) {
      content = content.subarray(4); // how long it is when it is unpacked
    }
    if (isNew && (frameFlags & 2 || flags & UNSYNCHRONISED)) {
      content = synchronised(content);
    }
    if (!(frameFlags & (isNew ? 0x0c : 0xc0))) {
      frames.push(frameOf(id, content));
    }
  }
  return frames;
}

function frameOf(id: string, content: Uint8Array): Id3Frame {
  const frame = { id, description: '', text: '', data: NOTHING };
  if (id === 'PRIV' || id === 'UFID') {
    const [owner, data] = split(content, 0);
    return { ...frame, description: latin(owner), data };
  }
  const [encoding = 0] = content;
  if (id === 'TXXX' || id === 'WXXX') {
    const [description, value] = split(content.subarray(1), encoding);
    const [text] = split(value, id === 'TXXX' ? encoding : 0);
    return {
      ...frame,
      description: decode(description, encoding),
      text: decode(text, id === 'TXXX' ? encoding : 0),
    };
  }
  if (id[0] === 'T') {
    return { ...frame, text: decode(split(content.subarray(1), encoding)[0], encoding) };
  }
  return id[0] === 'W'
    ? { ...frame, text: latin(split(content, 0)[0]) }
    : { ...frame, data: content };
}

/** What is before a zero, which has two bytes in UTF-16, and what is behind it. */
function split(bytes: Uint8Array, encoding: number): [Uint8Array, Uint8Array] {
  const width = encoding === 1 || encoding === 2 ? 2 : 1;
  for (let at = 0; at + width <= bytes.length; at += width) {
    if (!bytes[at] && (width === 1 || !bytes[at + 1])) {
      return [bytes.subarray(0, at), bytes.subarray(at + width)];
    }
  }
  return [bytes, NOTHING];
}

function decode(bytes: Uint8Array, encoding: number): string {
  switch (encoding) {
    case 1:
      return new TextDecoder(bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le').decode(bytes);
    case 2:
      return new TextDecoder('utf-16be').decode(bytes);
    case 3:
      return new TextDecoder().decode(bytes);
    default:
      return latin(bytes);
  }
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** Without the zeros that keep a tag from looking like audio. */
function synchronised(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => byte || bytes[at - 1] !== 0xff);
}
