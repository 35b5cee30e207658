import { inflateSync } from "node:zlib";

const headerLength = 44;
const entryLength = 20;

/**
 * A WOFF file (version 1, www.w3.org/TR/WOFF) as the font that it was made from. What writes documents
 * unpacks it in JavaScript for every one of them, which takes half a second.
 * @throws for anything else.
 */
export function woffToSfnt(woff: Uint8Array): Uint8Array {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (from.getUint32(0) !== 0x774f4646) throw new Error("not a WOFF file");
  const count = from.getUint16(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = headerLength + index * entryLength;
    const packed = woff.subarray(
      from.getUint32(entry + 4),
      from.getUint32(entry + 4) + from.getUint32(entry + 8),
    );
    const length = from.getUint32(entry + 12);
    return {
      tag: from.getUint32(entry),
      checksum: from.getUint32(entry + 16),
      bytes: packed.length < length ? inflateSync(packed) : packed,
    };
  });
  const start = 12 + count * 16;
  const size = tables.reduce((sum, { bytes }) => sum + wholeWords(bytes.length), start);
  const font = new Uint8Array(size);
  const to = new DataView(font.buffer);
  to.setUint32(0, from.getUint32(4));
  to.setUint16(4, count);
  const power = 2 ** Math.floor(Math.log2(count));
  to.setUint16(6, power * 16);
  to.setUint16(8, Math.log2(power));
  to.setUint16(10, (count - power) * 16);
  let offset = start;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const entry = 12 + index * 16;
    to.setUint32(entry, tag);
    to.setUint32(entry + 4, checksum);
    to.setUint32(entry + 8, offset);
    to.setUint32(entry + 12, bytes.length);
    font.set(bytes, offset);
    offset += wholeWords(bytes.length);
  }
  return font;
}

/** Tables begin at multiples of four. */
function wholeWords(length: number): number {
  return Math.ceil(length / 4) * 4;
}
