import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Seen, strayDisplays } from './displays.ts';

const call = { zone: 'hall', callId: 'k1', calledAt: 0, spokenAt: 30_000 };
const honest: Seen = {
  spoken: [call, { ...call, zone: 'lobby' }, { ...call, callId: 'k2' }],
  views: [{ display: 'tv', shown: 'AQ001', server: 'AQ001' }],
};

test('the judge acquits displays that agree with the server and speak each call once in a zone [I9]', () => {
  assert.deepEqual(strayDisplays(honest), []);
});

const crimes: Readonly<Record<string, [Partial<Seen>, string]>> = {
  'a call spoken twice': [{ spoken: [call, call] }, '[I9] k1 was spoken twice in hall'],
  'an old call spoken': [{ spoken: [{ ...call, spokenAt: 30_001 }] }, '[I9] k1 was too old to be spoken in hall'],
  'a display that stayed behind': [
    { views: [{ display: 'tv', shown: 'AQ001', server: 'AQ002' }] },
    '[I9] tv shows something else than the server',
  ],
};

for (const [crime, [evidence, verdict]] of Object.entries(crimes))
  test(`the judge convicts ${crime} [I9]`, () => {
    assert.deepEqual(strayDisplays({ ...honest, ...evidence }), [verdict]);
  });
