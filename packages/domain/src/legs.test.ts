import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openScene, reception } from '../testing/scene.ts';

const start = { kind: 'start' } as const;
const finish = { kind: 'finish', outcome: 'done' } as const;

test('[L2] while one leg is called the other is passed over, and then it is called first', () => {
  const mall = openScene();
  mall.opens('c1', 'c9');
  const [civil, bank = ''] = mall.arrives(['civil-quick-1', 'bank-quick-1']);
  const [b, c] = [mall.arrives('bank-quick-1')[0], mall.arrives('bank-quick-1')[0]];
  mall.calls('c1');
  assert.equal(mall.serves('c9'), b);
  mall.steps(civil, start);
  mall.steps(civil, finish);
  assert.deepEqual([mall.serves('c9'), mall.serves('c9')], [bank, c]);
});

test('[L2] a visitor who parks or misses one leg is free for the other', () => {
  const mall = openScene();
  mall.opens('c1', 'c9');
  const [civil, bank = ''] = mall.arrives(['civil-quick-1', 'bank-quick-1']);
  mall.calls('c1');
  mall.steps(civil, { kind: 'park', minutes: 10 });
  assert.equal(mall.calls('c9'), bank);
  mall.misses(bank);
  mall.passes(10);
  mall.gives({ kind: 'tick' });
  assert.equal(mall.calls('c1'), civil);
});

/** Served at civil registration, then sent to the bank and, after it, to permits. */
function inOrder() {
  const mall = openScene();
  mall.opens('c1', 'c6', 'c9');
  const first = mall.arrives('civil-quick-1')[0];
  mall.calls('c1');
  mall.steps(first, start);
  const events = mall.steps(first, { kind: 'forward', inOrder: true, outcome: 'forwarded' }, [
    'bank-quick-1',
    'permits-quick-1',
  ]);
  const [bank = '', permits = ''] = events.flatMap((e) => (e.type === 'ticket.forwarded' ? [e.ticketId] : []));
  return { mall, bank, permits };
}

test('[L3] the desk after the bank calls only when the bank is done', () => {
  const { mall, bank, permits } = inOrder();
  assert.equal(mall.calls('c6'), null);
  assert.equal(mall.calls('c9'), bank);
  assert.equal(mall.calls('c6'), null);
  mall.steps(bank, start);
  mall.steps(bank, finish);
  assert.equal(mall.calls('c6'), permits);
});

test('[L3] a leg whose first one is cancelled may be called; one whose first one was missed may not', () => {
  const { mall, bank, permits } = inOrder();
  mall.calls('c9');
  mall.misses(bank);
  assert.equal(mall.calls('c6'), null);
  mall.steps(bank, { kind: 'cancel' }, [], reception);
  assert.equal(mall.calls('c6'), permits);
});

test('[L3] a leg that waits for a transferred one waits for it at its new place', () => {
  const { mall, bank, permits } = inOrder();
  mall.calls('c9');
  mall.steps(bank, { kind: 'transfer' }, ['civil-quick-1']);
  assert.equal(mall.calls('c6'), null);
  mall.serves('c1');
  assert.equal(mall.calls('c6'), permits);
});

test('[L3] [D2] at close both the first leg and the one behind it expire', () => {
  const { mall, bank, permits } = inOrder();
  mall.gives({ kind: 'close-day' });
  assert.deepEqual([mall.ticket(bank).state, mall.ticket(permits).state], ['expired', 'expired']);
});
