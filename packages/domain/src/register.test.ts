import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyRegister, enter, listOf, lookUp, type Register, registerOf, strike } from './register.ts';

type Person = { readonly id: string; readonly stops: number };

test('a register finds whoever was entered, and an older copy of it stays as it was', () => {
  const first = enter<Person>(emptyRegister, 'a', { id: 'a', stops: 1 });
  const second = enter(first, 'a', { id: 'a', stops: 2 });
  const third = strike(second, 'a');
  assert.deepEqual(
    [first, second, third].map((register) => lookUp(register, 'a')?.stops),
    [1, 2, undefined],
  );
  assert.equal(strike(third, 'a'), third);
});

test('the same people make the same register, in whatever order they came, and after a way over the wire', () => {
  const people = Array.from({ length: 2_000 }, (_, n): Person => ({ id: `person-${n}`, stops: n }));
  const entered = people.toReversed().reduce<Register<Person>>((all, one) => enter(all, one.id, one), emptyRegister);
  const gone = enter(entered, 'visitor', { id: 'visitor', stops: 0 });
  assert.deepEqual(strike(gone, 'visitor'), registerOf(people));
  assert.deepEqual(JSON.parse(JSON.stringify(entered)), entered);
  assert.deepEqual(new Set(listOf(entered)), new Set(people));
});

test('one visitor more or less in a full hall copies few of the others', () => {
  const full = registerOf(Array.from({ length: 2_000 }, (_, n): Person => ({ id: `person-${n}`, stops: n })));
  const changed = enter(full, 'visitor', { id: 'visitor', stops: 0 });
  const copied = changed.flatMap((shelf, at) => (shelf === full[at] ? [] : Object.keys(shelf)));
  assert.ok(copied.length < 50, `${copied.length} entries copied`);
});
