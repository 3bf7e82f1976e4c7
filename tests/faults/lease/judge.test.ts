import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyHall, type Recorded, registerOf, type Ticket } from '@antrean/domain';
import type { CutSlip } from '@antrean/printing/virtual';
import { smallMall } from '../../../packages/domain/testing/small-mall.ts';
import { contradictions, type Evidence } from './judge.ts';

const slip = (url: string, number: string, more = '') => ({ text: `${number}\n[QR ${url}]\n${more}` }) as CutSlip;

function issued(n: number, number: string, leaseId?: string) {
  const lease = leaseId === undefined ? {} : { leaseId };
  return { type: 'ticket.issued', ticketId: `t${n}`, visitId: `v${n}`, number, ...lease } as unknown as Recorded;
}

const waiting = (...ids: string[]) => ({
  ...emptyHall(smallMall),
  tickets: registerOf(ids.map((id) => ({ id, state: 'waiting' }) as Ticket)),
});

const honest: Evidence = {
  slips: [slip('u1', 'AQ001'), slip('u2', 'AQ801'), slip('u2', 'AQ801', 'CETAK ULANG')],
  events: [
    { type: 'lease.granted', leaseId: 'l', from: 801, to: 820 } as unknown as Recorded,
    issued(1, 'AQ001'),
    issued(2, 'AQ801', 'l'),
  ],
  hall: waiting('t1', 't2'),
  visitOf: new Map([
    ['u1', 'v1'],
    ['u2', 'v2'],
  ]),
  confirmed: new Set(),
  shown: new Map([['v1', 'AQ001']]),
  doubtful: new Set(),
  leases: { from: 801, to: 999 },
};

test('the judge acquits a day on which paper and record agree', () => {
  assert.deepEqual(contradictions(honest), []);
});

// A judge that never convicts proves nothing: each crime is put before it once.
const crimes: Readonly<Record<string, [Partial<Evidence>, RegExp]>> = {
  'a number for two visits': [
    { events: [...honest.events, issued(3, 'AQ801', 'l')], doubtful: new Set(['AQ801']) },
    /\[I1\]/,
  ],
  'a slip that nobody recorded': [{ slips: [...honest.slips, slip('u9', 'AQ009')] }, /no record knows/],
  'another number on the slip': [{ slips: [slip('u1', 'AQ007'), slip('u2', 'AQ801')] }, /shows another number/],
  'a screen that showed another number': [{ shown: new Map([['v1', 'AQ005']]) }, /a screen showed AQ005/],
  'two unmarked slips': [{ slips: [...honest.slips, slip('u1', 'AQ001')] }, /2 unmarked slips/],
  'a number that waits in nobody’s hand': [{ slips: [slip('u1', 'AQ001')] }, /AQ801 waits and nobody holds it/],
  'a held number that was voided': [
    { events: [...honest.events, { type: 'ticket.voided', ticketId: 't1' } as Recorded], hall: waiting('t2') },
    /voided and somebody holds it/,
  ],
  'a gap in the online numbers': [
    { events: [issued(1, 'AQ002'), issued(2, 'AQ801')], slips: [slip('u1', 'AQ002'), slip('u2', 'AQ801')] },
    /gap before 2/,
  ],
  'a skipped number of a lease': [
    {
      events: [honest.events[0] as Recorded, issued(1, 'AQ001'), issued(2, 'AQ802', 'l')],
      slips: [slip('u1', 'AQ001'), slip('u2', 'AQ802')],
    },
    /skipped a number before 802/,
  ],
};

for (const [crime, [evidence, verdict]] of Object.entries(crimes))
  test(`the judge finds ${crime}`, () => {
    const found = contradictions({ ...honest, ...evidence });
    assert.match(found.join('\n'), verdict);
  });
