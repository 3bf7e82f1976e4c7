import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { knownCommands } from './commands.ts';

test('every command that the printer knows is used by a test', () => {
  const tests = globSync(path.join(import.meta.dirname, '{text-commands,block-commands,answers}.test.ts'));
  const source = tests.map((file) => readFileSync(file, 'utf8')).join('');
  const written = (name: string) => `\\x${name.charCodeAt(0).toString(16)}${name.slice(1)}`;
  assert.deepEqual(
    Object.keys(knownCommands).filter((name) => !source.includes(written(name))),
    [],
  );
});
