import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepSession, keptSession, type Session } from './session.ts';

/** What a browser tab keeps, for a process that has no tab. */
function tab(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (name) => kept.get(name) ?? null,
    key: (i) => [...kept.keys()][i] ?? null,
    removeItem: (name) => void kept.delete(name),
    setItem: (name, text) => void kept.set(name, text),
  };
}

const session: Session = { token: 'secret', officer: 'Sari', counterId: 'counter-3', mayPick: false };

test('an officer goes on after a page reload, at the same counter only', () => {
  const storage = tab();
  keepSession(storage, session);
  assert.deepEqual(keptSession(storage, 'counter-3'), session);
  assert.deepEqual(keptSession(storage, null), session);
  assert.equal(keptSession(storage, 'counter-4'), null);
});

test('signing out leaves nothing in the tab', () => {
  const storage = tab();
  keepSession(storage, session);
  keepSession(storage, null);
  assert.equal(storage.length, 0);
});

test('a session of another build or of somebody else’s making is not taken', () => {
  const storage = tab();
  storage.setItem('antrean.session', '{"token":7}');
  assert.equal(keptSession(storage, null), null);
  storage.setItem('antrean.session', 'not json');
  assert.equal(keptSession(storage, null), null);
});
