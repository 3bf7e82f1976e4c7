const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 24;
  for (let bit = 0; bit < 8; bit++) rest = rest & 0x80000000 ? (rest << 1) ^ 0x04c11db7 : rest << 1;
  return rest >>> 0;
});

const segmentBytes = 255;
const segmentsPerPage = 255;
const vendor = 'antrean';
// A stream's name only has to differ from others in one file; a constant keeps the files the same each time.
const serial = 1;

/** Packets of 20 ms as an Ogg Opus file (RFC 7845), mono. `preSkip` and `length` count samples at 48 kHz; the file plays exactly `length`. */
export function oggOpus(packets: readonly Uint8Array[], preSkip: number, length: number): Buffer {
  const pages = [page([opusHead(preSkip)], 0, 2, 0), page([opusTags()], 1, 0, 0)];
  let onPage: Uint8Array[] = [];
  packets.forEach((packet, index) => {
    const next = packets[index + 1];
    onPage.push(packet);
    const isLast = next === undefined;
    if (!isLast && segmentsOf([...onPage, next]) <= segmentsPerPage) return;
    const granule = isLast ? preSkip + length : (index + 1) * 960;
    pages.push(page(onPage, pages.length, isLast ? 4 : 0, granule));
    onPage = [];
  });
  return Buffer.concat(pages);
}

function opusHead(preSkip: number): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead');
  head.writeUInt8(1, 8);
  head.writeUInt8(1, 9);
  head.writeUInt16LE(preSkip, 10);
  head.writeUInt32LE(48_000, 12);
  return head;
}

function opusTags(): Buffer {
  const tags = Buffer.alloc(16 + vendor.length);
  tags.write('OpusTags');
  tags.writeUInt32LE(vendor.length, 8);
  tags.write(vendor, 12);
  return tags;
}

function segmentsOf(packets: readonly Uint8Array[]): number {
  return packets.reduce((sum, packet) => sum + Math.floor(packet.length / segmentBytes) + 1, 0);
}

function page(packets: readonly Uint8Array[], sequence: number, flags: number, granule: number): Buffer {
  const lacing = packets.flatMap((packet) => [
    ...Array<number>(Math.floor(packet.length / segmentBytes)).fill(segmentBytes),
    packet.length % segmentBytes,
  ]);
  const header = Buffer.alloc(27 + lacing.length);
  header.write('OggS');
  header.writeUInt8(flags, 5);
  header.writeBigInt64LE(BigInt(granule), 6);
  header.writeUInt32LE(serial, 14);
  header.writeUInt32LE(sequence, 18);
  header.writeUInt8(lacing.length, 26);
  header.set(lacing, 27);
  const whole = Buffer.concat([header, ...packets]);
  whole.writeUInt32LE(checksum(whole), 22);
  return whole;
}

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum = ((sum << 8) ^ (table[(sum >>> 24) ^ byte] ?? 0)) >>> 0;
  return sum;
}
