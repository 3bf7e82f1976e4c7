import type { Random } from '../../../packages/domain/testing/random.ts';

/** A message that no station sends, as the text or bytes of one WebSocket frame. */
export function brokenFrame(random: Random): string | Uint8Array<ArrayBuffer> {
  const junk = () =>
    random.pick([null, 'x', -1, 1.5, true, [], {}, { after: 'x' }, [[[[]]]], 'y'.repeat(2_000), '\u0000']);
  return random.pick<() => string | Uint8Array<ArrayBuffer>>([
    // Engine.IO: packet types that there are not, or not from this side, and none at all.
    () => random.pick(['', '9', '7x', '0{}', '3', '5', '6', '1', 'b', '2probe', '4', '\u0000', '💥']),
    // Socket.IO: packets that cannot be read, of other namespaces, with wrong numbers, or broken inside.
    () => random.pick(['42', '42[', '42{}', '42null', '42[]', '42[1]', '42[null]', '42[{}]', '4', '40', '44', '49[]']),
    () =>
      random.pick(['40/admin,', '42/admin,["join",{}]', '41/x', '43[]', '430[]', '4399999999999[1]', '45-', '451-[]']),
    () => '451-["voice",{"_placeholder":true,"num":0}]',
    () => '4599-["x"]',
    () => `42${'['.repeat(random.pick([50, 5_000]))}`,
    () => '42["__proto__",{"isManager":true}]',
    () => '42["constructor"]',
    () => '42["disconnect"]',
    () => '42["connect_error"]',
    () => '42["newListener",{}]',
    () => `42["${random.pick(['issue', 'call-next', 'event', 'beat', 'speak'])}",{}]`,
    // Known messages with wrong contents, with and without the wish for an answer.
    () => `42["join",${JSON.stringify(junk())}]`,
    () => `42${random.whole(0, 9)}["join",${JSON.stringify(junk())}]`,
    () => `421["join",{"after":${random.pick(['-1', '1e400', '"7"', '{}', '99999999999999999999'])},"epoch":1}]`,
    () => `421["join",{"after":null,"epoch":null,"more":1}]`,
    () => '421["join"]',
    () => `42["voice",${JSON.stringify(junk())}]`,
    () => `42["voice",{"state":${JSON.stringify(junk())},"zoneId":${JSON.stringify(junk())}}]`,
    () => Uint8Array.from({ length: random.whole(0, 64) }, () => random.whole(0, 255)),
    () => `42["join",{"x":"${'x'.repeat(20_000)}"}]`,
  ])();
}
