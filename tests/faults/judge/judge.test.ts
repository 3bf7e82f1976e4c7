import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { emptyHall, evolve, type Hall, type HallEvent, type Recorded } from '@antrean/domain';
import { smallMall } from '../../../packages/domain/testing/small-mall.ts';
import type { Evidence, LogRow, MallRecord, Paper } from './evidence.ts';
import { judge } from './judge.ts';

type Told = readonly [commandId: string, event: HallEvent, more?: { readonly epoch?: number; readonly at?: number }];

/** A log of these events as an honest server writes it, and the hall that follows from it. */
function recordOf(told: readonly Told[], lost: readonly string[] = []): MallRecord {
  const log: LogRow[] = [];
  let hall = emptyHall(smallMall);
  let hash = '0'.repeat(64);
  for (const [index, [commandId, event, { epoch = 1, at = 1_000 + index } = {}]] of told.entries()) {
    const seq = index + 1;
    const body = JSON.stringify({ epoch, at, event });
    const place = Buffer.alloc(8);
    place.writeBigUInt64BE(BigInt(seq));
    const next = createHash('sha256').update(Buffer.from(hash, 'hex')).update(place).update(body).digest('hex');
    log.push({ seq, prevHash: hash, hash: next, commandId, body });
    hash = next;
    hall = folded(hall, { seq, at, ...event } as Recorded);
  }
  const commands = new Set(told.map(([commandId]) => commandId).filter((id) => !lost.includes(id)));
  const epoch = Math.max(...told.map(([, , more]) => more?.epoch ?? 1));
  return { log, head: { epoch, seq: log.length, hash }, commands, hall, catalogue: smallMall };
}

// A crime may be one that the domain refuses to fold.
function folded(hall: Hall, event: Recorded): Hall {
  try {
    return evolve(hall, event);
  } catch {
    return hall;
  }
}

function issued(n: number, number: string, leaseId?: string): HallEvent {
  return {
    type: 'ticket.issued',
    ...{ ticketId: `t${n}`, visitId: `v${n}`, number, queueId: 'civil-quick', serviceId: 'civil-quick-1' },
    ...{ priority: false, language: 'id', arrivedAt: n, eligibleAt: n, ahead: 0, estimate: null },
    ...(leaseId === undefined ? {} : { leaseId, isTimeSure: true }),
  };
}

const called = (ticketId: string, counterId = 'c1'): HallEvent => ({
  type: 'ticket.called',
  ...{ ticketId, counterId, reason: { code: 'arrival', since: 0 } },
});
const opened = (counterId: string): HallEvent => ({ type: 'counter.opened', counterId, officerId: `of ${counterId}` });
const day = (serviceDay: string): HallEvent => ({ type: 'day.opened', serviceDay, by: 'hand' });
const lease = { leaseId: 'l', queueId: 'civil-quick', serviceDay: '2026-11-23', from: 801, to: 820 };

const morning: readonly Told[] = [
  ['day', day('2026-11-23')],
  ['open', opened('c1')],
  ['lease', { type: 'lease.granted', ...lease }],
  ['one', issued(1, 'BQ001')],
  ['two', issued(2, 'BQ801', 'l')],
  ['three', issued(3, 'BQ002')],
];
const calledFirst: readonly Told[] = [...morning, ['call', called('t1')]];
const whole = recordOf(calledFirst);

const slip = (url: string, number: string, more = '') => ({ text: `${number}\n[QR ${url}]\n${more}` });
const paper: Paper = {
  slips: [slip('u1', 'BQ001'), slip('u2', 'BQ801'), slip('u2', 'BQ801', 'CETAK ULANG')],
  visitOf: new Map([
    ['u1', 'v1'],
    ['u2', 'v2'],
  ]),
  confirmed: new Set(['v3']),
  shown: new Map([['v1', 'BQ001']]),
  doubtful: new Set(),
};
const invoke = (commandId: string) => ({ at: 0, kind: 'invoke', name: 'issue', commandId }) as const;
const ok = (commandId: string, answer = commandId) => ({ at: 0, kind: 'ok', commandId, answer }) as const;
const fail = (commandId: string, code: string) => ({ at: 0, kind: 'fail', commandId, code }) as const;
const info = (commandId: string) => ({ at: 0, kind: 'info', commandId }) as const;
const spoken = { zone: 'hall', callId: 'k1', calledAt: 0, spokenAt: 30_000 };

const honest: Evidence = {
  record: whole,
  history: [
    invoke('one'),
    info('one'),
    invoke('one'),
    ok('one'),
    invoke('three'),
    ok('three'),
    ok('one'),
    info('gone'),
  ],
  paper,
  seen: {
    spoken: [spoken, { ...spoken, zone: 'lobby' }, { ...spoken, callId: 'k2' }],
    views: [{ display: 'tv', shown: 'BQ001', server: 'BQ001' }],
  },
  servedAfterMs: [5_000],
  mergedAfterMs: 30_000,
};

test('the judge acquits a day on which log, rows, answers, paper and displays agree', () => {
  assert.deepEqual(judge(honest), []);
});

const history = (...lines: NonNullable<Evidence['history']>): Partial<Evidence> => ({ history: lines });
const log = (...more: readonly Told[]): Partial<Evidence> => ({ record: recordOf([...calledFirst, ...more]) });
const seen = (more: Partial<NonNullable<Evidence['seen']>>): Partial<Evidence> => ({
  seen: { spoken: [], views: [], ...more },
});
const changedBody = whole.log.map((row, n) => (n === 3 ? { ...row, body: row.body.replace('BQ001', 'BQ009') } : row));

// A judge that never convicts proves nothing: each crime is put before it once.
const crimes: Readonly<Record<string, [Partial<Evidence>, RegExp]>> = {
  'a number for two visits': [log(['four', issued(4, 'BQ801', 'l')]), /\[I1\] BQ801 was given to two visits/],
  'one number on the paper of two visits': [
    {
      paper: {
        ...paper,
        slips: [...paper.slips, slip('u3', 'BQ001')],
        visitOf: new Map([...paper.visitOf, ['u3', 'v1']]),
      },
    },
    /\[I1\] BQ001 is on the paper of two visits/,
  ],
  'a gap in the online numbers': [log(['four', issued(4, 'BQ004')]), /\[I2\] .* BQ have a gap before 4/],
  'a skipped number of a lease': [log(['four', issued(4, 'BQ803', 'l')]), /\[I2\] lease l skipped 802/],
  'a lease that gave more than it had': [
    log(...Array.from({ length: 20 }, (_, n): Told => [`c${n}`, issued(10 + n, `BQ${802 + n}`, 'l')])),
    /\[I2\] lease l ends at 820 and gave 821/,
  ],
  'an answered command that is lost': [
    { record: recordOf(calledFirst, ['one']) },
    /\[I3\] one was answered and is lost/,
  ],
  'a refusal that is lost': [history(fail('who', 'ticket.state')), /\[I3\] who was answered and is lost/],
  'a slip that nobody recorded': [
    { paper: { ...paper, slips: [slip('u9', 'BQ009')] } },
    /\[I4\] a slip that no record/,
  ],
  'another number on the slip': [
    { paper: { ...paper, slips: [slip('u1', 'BQ007')] } },
    /\[I4\] .* shows another number/,
  ],
  'a screen that showed another number': [
    { paper: { ...paper, shown: new Map([['v1', 'BQ005']]) } },
    /\[I4\] a screen/,
  ],
  'two unmarked slips': [{ paper: { ...paper, slips: [...paper.slips, slip('u1', 'BQ001')] } }, /\[I4\] 2 unmarked/],
  'a number that waits in nobody’s hand': [
    { paper: { ...paper, confirmed: new Set() } },
    /\[I4\] BQ002 waits and nobody/,
  ],
  'a held number that was voided': [
    log(['void', { type: 'ticket.voided', ticketId: 't2', reason: 'print.notSent' }]),
    /\[I4\] BQ801 was voided and somebody holds it/,
  ],
  'a counter with two tickets': [log(['again', called('t2')]), /\[I5\] c1 called t2 while it held t1/],
  'a ticket at two counters': [
    log(['open2', opened('c2')], ['again', called('t1', 'c2')]),
    /\[I5\] t1 was called at c2/,
  ],
  'somebody who was passed over': [
    { record: recordOf([...morning, ['call', called('t3')]]) },
    /\[I6\] t3 .* before t1/,
  ],
  'a retry with another answer': [history(ok('one', 'BQ001'), ok('one', 'BQ002')), /\[I7\] a retry of one/],
  'a command that took effect twice': [log(['one', issued(4, 'BQ003')]), /\[I7\] one took effect twice/],
  'a refusal that took effect': [history(fail('one', 'ticket.state')), /\[I7\] one was refused and took effect/],
  'a hole in the log': [{ record: { ...whole, log: whole.log.toSpliced(3, 1) } }, /\[I8\] row 4 of the log has seq 5/],
  'a changed event': [{ record: { ...whole, log: changedBody } }, /\[I8\] event 4 does not follow/],
  'a log that lost its tail': [
    { record: { ...whole, log: whole.log.slice(0, -1) } },
    /\[I8\] the head 7 is not the end/,
  ],
  'rows that the log does not tell': [{ record: { ...whole, hall: recordOf(morning).hall } }, /\[I8\] rows and log/],
  'an order that people saw otherwise': [history(ok('three'), invoke('one'), ok('one')), /\[I8\] one was sent after/],
  'a call spoken twice': [seen({ spoken: [spoken, spoken] }), /\[I9\] k1 was spoken twice in hall/],
  'an old call spoken': [seen({ spoken: [{ ...spoken, spokenAt: 30_001 }] }), /\[I9\] k1 was too old/],
  'a display that stayed behind': [seen({ views: [{ display: 'tv', shown: 'a', server: 'b' }] }), /\[I9\] tv shows/],
  'a day that goes back': [log(['back', day('2026-11-22')]), /\[I10\] 2026-11-22 was opened after/],
  'a day that opens twice': [log(['again', day('2026-11-23')]), /\[I10\] 2026-11-23 was opened after/],
  'a clock that runs backwards in the log': [log(['four', issued(4, 'BQ003'), { at: 5 }]), /\[I10\] event 8 is older/],
  'an epoch that falls': [
    log(
      ['restore', { type: 'log.restored', base: { seq: 7, hash: whole.head.hash } }, { epoch: 2 }],
      ['four', issued(4, 'BQ003')],
    ),
    /\[I12\] event 9 is of an older epoch/,
  ],
  'an epoch that nobody began': [log(['four', issued(4, 'BQ003'), { epoch: 2 }]), /\[I12\] nothing says why/],
  'a mall that serves nobody after the fault': [{ servedAfterMs: [80, 5_001] }, /\[I14\] nobody was served for 5001/],
  'kiosks that are not heard for long': [{ mergedAfterMs: 30_001 }, /\[I14\] kiosks had told all only after 30001/],
};

for (const [crime, [evidence, verdict]] of Object.entries(crimes))
  test(`the judge convicts ${crime}`, () => {
    assert.match(judge({ ...honest, ...evidence }).join('\n'), verdict);
  });
