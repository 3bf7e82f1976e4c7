import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hallAfter, minuteMs, opened, rules, twoWait, viewOf } from '../testing/small-mall.ts';
import { type ActionName, type Actions, actionsAt } from './actions.ts';
import { deskKeys, letterOf, shortcutFor as meaningOf } from './shortcuts.ts';

function actionsAfter(...types: readonly ('called' | 'started')[]) {
  const hall = hallAfter([
    ...opened,
    ...twoWait,
    ...types.map((type) =>
      type === 'called'
        ? ({
            type: 'ticket.called',
            ticketId: 'a',
            counterId: 'counter-3',
            reason: { code: 'arrival', since: 0 },
          } as const)
        : ({ type: 'ticket.started', ticketId: 'a' } as const),
    ),
  ]);
  return actionsAt({ view: viewOf(hall), day: hall.day, rules, lastStep: null, now: 60 * minuteMs, isLive: true });
}

const shortcutFor = (key: string, actions: Actions, { ctrlKey = false, lettersOn = true } = {}) =>
  meaningOf({ key, ctrlKey }, actions, lettersOn);

test('the space bar goes through the whole day: call, start, finish', () => {
  assert.deepEqual(shortcutFor(' ', actionsAfter()), { action: 'callNext' });
  assert.deepEqual(shortcutFor('Enter', actionsAfter('called')), { action: 'start' });
  assert.deepEqual(shortcutFor(' ', actionsAfter('called', 'started')), { action: 'finish', outcome: 'done' });
});

test('a digit finishes with its outcome, and only while somebody is served', () => {
  const serving = actionsAfter('called', 'started');
  assert.deepEqual(shortcutFor('3', serving), { action: 'finish', outcome: 'papersMissing' });
  assert.equal(shortcutFor('6', serving), null);
  assert.equal(shortcutFor('3', actionsAfter('called')), null);
});

test('a letter means its action only where that action has a button', () => {
  assert.deepEqual(shortcutFor('u', actionsAfter('called')), { action: 'recall' });
  assert.equal(shortcutFor('u', actionsAfter()), null);
  assert.equal(shortcutFor('q', actionsAfter('called')), null);
});

test('no two actions share a letter', () => {
  const letters = [
    ...(Object.keys(letterOf) as ActionName[]).map((action) => letterOf[action]),
    ...Object.values(deskKeys),
  ];
  assert.equal(new Set(letters).size, letters.length);
});

test('Ctrl+Z is the wish to undo at any moment, and Ctrl with another key is the browser’s', () => {
  const serving = actionsAfter('called', 'started');
  const undoable = { ...serving, buttons: { ...serving.buttons, undo: null } };
  assert.deepEqual(shortcutFor('z', undoable, { ctrlKey: true }), { action: 'undo' });
  assert.deepEqual(shortcutFor('z', serving, { ctrlKey: true }), { action: 'undo' });
  assert.equal(shortcutFor('r', serving, { ctrlKey: true }), null);
});

test('with letter keys off only Ctrl+Z is left', () => {
  const serving = actionsAfter('called', 'started');
  const undoable = { ...serving, buttons: { ...serving.buttons, undo: null } };
  for (const key of [' ', '3', 't', '?']) assert.equal(shortcutFor(key, undoable, { lettersOn: false }), null);
  assert.deepEqual(shortcutFor('z', undoable, { ctrlKey: true, lettersOn: false }), { action: 'undo' });
});
