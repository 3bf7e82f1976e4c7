import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from './flags.ts';

const read = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  readSettings(args, env, '/tmp/demo');

test('without flags it is a demonstration on loopback', () => {
  const { settings } = accepted(read([]));
  assert.deepEqual([settings.demo, settings.host, settings.port, settings.logLevel], [true, '127.0.0.1', 8080, 'warn']);
});

test('with a data folder it is a real installation, with logs', () => {
  const { settings } = accepted(
    read([
      ...['--data', '/srv/mall', '--site', 'MPP Bintan', '--host', '0.0.0.0', '--plain-http'],
      ...['--public-url', 'http://mall.test:8080'],
    ]),
  );
  assert.deepEqual([settings.demo, settings.site, settings.logLevel], [false, 'MPP Bintan', 'info']);
});

test('every flag has a twin in the environment, and the flag wins', () => {
  assert.equal(accepted(read([], { ANTREAN_PORT: '9000' })).settings.port, 9000);
  assert.equal(accepted(read(['--port', '9001'], { ANTREAN_PORT: '9000' })).settings.port, 9001);
  assert.equal(accepted(read([], { ANTREAN_PUBLIC_URL: 'http://mall.test' })).settings.publicUrl, 'http://mall.test');
});

for (const [args, named] of [
  [['--prot', '9000'], '--prot'],
  [['extra'], 'extra'],
  [['--port', 'eighty'], 'eighty'],
  [['--port', '70000'], '70000'],
  [['--log-level', 'loud'], 'loud'],
  [['--public-url', 'mall'], 'mall'],
  [['--origin', 'http://a.test,nonsense'], 'nonsense'],
  [['--host', '0.0.0.0'], '0.0.0.0'],
  [['--site', 'MPP Bintan'], '--data'],
  [['--data', '/srv/mall', '--host', '0.0.0.0'], '--public-url'],
  [['--data', '/srv/mall', '--host', '0.0.0.0', '--public-url', 'http://mall.test'], 'npm run tls'],
] as const)
  test(`${args.join(' ')} is refused, and the sentence names ${named}`, () => {
    const answer = read(args);
    assert.ok(!answer.ok);
    assert.match(answer.problem, new RegExp(named.replaceAll('.', '\\.')));
  });

function accepted(answer: ReturnType<typeof readSettings>) {
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer;
}
