import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actions } from './actions.ts';
import { replyTo } from './wishes.ts';

const called: Actions = {
  stage: 'called',
  main: 'start',
  buttons: {
    start: null,
    noShow: { code: 'tooFewCalls', left: 2 },
    park: null,
    close: { code: 'busy', number: 'BQ001' },
  },
};

test('what needs no answer is done, what needs one is asked, what would be refused is told', () => {
  assert.deepEqual(replyTo({ action: 'start' }, called), { kind: 'choose', choice: { action: 'start' } });
  assert.deepEqual(replyTo({ action: 'park' }, called), { kind: 'ask', dialog: 'park' });
  assert.deepEqual(replyTo({ action: 'noShow' }, called), { kind: 'tell', why: { code: 'tooFewCalls', left: 2 } });
  assert.deepEqual(replyTo({ action: 'close' }, called), { kind: 'tell', why: { code: 'busy', number: 'BQ001' } });
});

test('an action without a button is no wish at all', () => {
  assert.deepEqual(replyTo({ action: 'forward' }, called), { kind: 'nothing' });
  // Its keys may be pressed a moment too late.
  assert.deepEqual(replyTo({ action: 'undo' }, called), { kind: 'tell', why: { code: 'undoGone' } });
});

test('closing is asked about, also from a pause', () => {
  const paused: Actions = { stage: 'paused', main: 'resume', buttons: { resume: null, close: null } };
  assert.deepEqual(replyTo({ action: 'close' }, paused), { kind: 'ask', dialog: 'close' });
});

test('signing out is asked about unless the counter is closed', () => {
  assert.deepEqual(replyTo({ action: 'signOut' }, called), { kind: 'ask', dialog: 'signOut' });
  const closed: Actions = { stage: 'closed', main: 'open', buttons: { open: null } };
  assert.deepEqual(replyTo({ action: 'signOut' }, closed), { kind: 'signOut' });
});
