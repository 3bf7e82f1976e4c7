import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { type CommandKind, mayGive, type OfficerRole } from '@antrean/domain';
import { type CommandName, commands, sessionHeader } from '@antrean/protocol';
import { io, type Socket } from 'socket.io-client';
import { give, until } from '../mall.ts';
import { openRealMall } from '../real-mall.ts';
import { bodies, roles, roleTable, withoutRoute } from '../roles.ts';

type Who = { readonly token: string; readonly session?: string };
const names = Object.keys(commands) as CommandName[];

test('[S13] every command of the wire is in the table of roles, and the table stands in docs/access.md', () => {
  const known = (Object.keys(mayGive) as CommandKind[]).filter((kind) => !withoutRoute.includes(kind));
  assert.deepEqual(names.toSorted(), known.toSorted());
  const written = readFileSync(path.resolve(import.meta.dirname, '../../docs/access.md'), 'utf8');
  assert.ok(written.includes(roleTable()), `docs/access.md must hold this table:\n${roleTable()}`);
});

test('[S13] over HTTP each role may give what the table says and nothing else, and nobody without a token anything', async (t) => {
  const { mall, people } = await staffed(t);
  const codeFor = async (name: CommandName, who: Who) => {
    // At the own counter, where an officer may act at all; otherwise about things that are not there.
    const params = {
      counterId: 'counter-1',
      ticketId: 'nothing',
      pauseId: 'nothing',
      noticeId: 'nothing',
      zoneId: 'nothing',
    };
    const more = { serviceId: 'nothing', officerId: 'nothing', deviceId: 'nothing' };
    const { status, body } = await give(mall.url, who, name, { ...params, ...more } as never, bodies[name] ?? {});
    assert.notEqual(body.code, 'request.invalid', `${name}: the test must send what the schema takes`);
    return status < 300 ? 'done' : body.code;
  };
  const cells = names.flatMap((name) => roles.map((role) => ({ name, role, isAllowed: mayGive[name].includes(role) })));
  for (const { name, role } of cells.filter(({ isAllowed }) => !isAllowed))
    assert.equal(await codeFor(name, people[role]), 'access.denied', `${role} gives ${name}`);
  for (const name of names) {
    assert.equal(await codeFor(name, { token: '' }), 'access.expired', `nobody gives ${name}`);
    assert.equal(await codeFor(name, { token: 'x'.repeat(43) }), 'access.expired', `a made-up token gives ${name}`);
  }
  for (const { name, role } of cells.filter(({ isAllowed }) => isAllowed)) {
    const code = await codeFor(name, people[role]);
    assert.ok(code !== 'access.denied' && code !== 'access.expired', `${role} may give ${name}, and got ${code}`);
  }
});

test('[S18] over the socket everybody may listen who may read, and nobody may give any command', async (t) => {
  const { mall, people } = await staffed(t);
  const before = mall.server.hall().seq;
  const connect = (who: Partial<Who>): Promise<{ readonly socket: Socket; readonly isIn: boolean }> =>
    new Promise((resolve) => {
      const { token, session } = who;
      const auth = token ? { token } : session ? { session } : {};
      const options = { transports: ['websocket'], reconnection: false, forceNew: true, auth };
      const socket = io(mall.url, { ...options, extraHeaders: { origin: mall.url } });
      t.after(() => socket.close());
      socket.on('connect', () => resolve({ socket, isIn: true }));
      socket.on('connect_error', () => resolve({ socket, isIn: false }));
    });
  for (const role of roles) {
    const { socket, isIn } = await connect(people[role]);
    assert.equal(isIn, true, role);
    const joined = await socket.emitWithAck('join', { after: null, epoch: null });
    assert.ok('snapshot' in joined, role);
    socket.close();
    for (const name of names) {
      const { socket: giving } = await connect(people[role]);
      giving.emit(name, bodies[name] ?? {});
      await until(() => !giving.connected);
    }
  }
  for (const who of [
    {},
    { token: 'x'.repeat(43) },
    { session: 'x'.repeat(43) },
    { session: people.officer.session ?? '' },
  ])
    assert.equal((await connect(who)).isIn, false, 'nobody, a made-up pass, or a session without its counter');
  assert.equal(mall.server.hall().seq, before);
});

test('[S13] what may be read: the hall by stations and behind a password, the doors by a manager, their record by an auditor too', async (t) => {
  const { mall, people } = await staffed(t);
  const everybody = [...roles];
  const device = roles.filter((role) => role !== 'manager' && role !== 'auditor');
  for (const [route, readers] of [
    ['/catalogue', everybody],
    ['/queues', everybody],
    ['/counters', everybody],
    ['/events', everybody],
    ['/stations', everybody],
    ['/kiosks/today', everybody],
    ['/stations/current', device],
    ['/day/oddities', ['supervisor']],
    ['/officers', ['supervisor']],
    ['/access', ['manager']],
    ['/access/log', ['manager', 'auditor']],
    ['/backups', ['manager']],
  ] as const) {
    for (const role of roles) {
      const status = await ask(`${mall.url}/api/v1${route}`, people[role]);
      const may = (readers as readonly string[]).includes(role);
      assert.equal(status === 200, may, `${role} reads ${route}: ${status}`);
    }
    assert.equal(await ask(`${mall.url}/api/v1${route}`, { token: '' }), 401, `nobody reads ${route}`);
  }
});

async function ask(url: string, { token, session }: Who): Promise<number> {
  const device = token === '' ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(url, { headers: { ...device, ...(session ? { [sessionHeader]: session } : {}) } });
  await answer.arrayBuffer();
  return answer.status;
}

/** A real mall with somebody of each role: devices by their codes, people with secrets of their own. */
async function staffed(t: TestContext) {
  const mall = await openRealMall(t);
  await mall.server.settle();
  const manager = await mall.manage();
  const device = async (role: string, counterId: string | null = null) =>
    ({ token: (await mall.enrol(manager, role, counterId)).token }) as const;
  const atDesk = async (role: OfficerRole, counterId: string) => {
    const { token } = await device('counter', counterId);
    const { session } = await mall.hire(manager, role, [role], token);
    return { token, session };
  };
  const added = await manager.act('add-officer', {}, { login: 'auditor', name: 'x', roles: ['auditor'] });
  const signedIn = await mall.signInByPassword('auditor', String(added.body.password));
  const session = String(signedIn.body.sessionToken);
  await mall.secret(String(added.body.password), 'hujan turun pelan', { [sessionHeader]: session });
  const people: Record<(typeof roles)[number], Who> = {
    kiosk: await device('kiosk'),
    display: await device('display'),
    counter: await device('counter', 'counter-9'),
    officer: await atDesk('officer', 'counter-1'),
    picker: await atDesk('picker', 'counter-2'),
    reception: await device('reception'),
    supervisor: await atDesk('supervisor', 'counter-3'),
    manager: manager.who,
    auditor: { token: '', session },
  };
  return { mall, people };
}
