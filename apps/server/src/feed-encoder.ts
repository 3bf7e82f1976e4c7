import type { Hall } from '@antrean/domain';
import type { Joined } from '@antrean/protocol';
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';

/**
 * Socket.IO's own parser, except that the hall in the answer to a join is written out once for each state of it: a hall is replaced and
 * never changed, so what was written of it stays true, and all who join after a restart share one text.
 */
class FeedEncoder extends Encoder {
  #hall: Hall | null = null;
  #text = '';

  override encode(packet: Packet): ReturnType<Encoder['encode']> {
    const answer: unknown = packet.type === PacketType.ACK && Array.isArray(packet.data) ? packet.data[0] : null;
    if (!isSnapshot(answer)) return super.encode(packet);
    const { snapshot, ...head } = answer;
    const [start] = super.encode({ ...packet, data: [head] });
    if (typeof start !== 'string' || !start.endsWith('}]')) throw new Error('the answer to a join is not one object');
    return [`${start.slice(0, -2)},"snapshot":${this.#written(snapshot)}}]`];
  }

  #written(hall: Hall): string {
    if (hall !== this.#hall) this.#text = JSON.stringify(hall);
    this.#hall = hall;
    return this.#text;
  }
}

function isSnapshot(answer: unknown): answer is Extract<Joined, { readonly snapshot: Hall }> {
  return typeof answer === 'object' && answer !== null && 'snapshot' in answer;
}

export const feedParser = { Encoder: FeedEncoder, Decoder };
