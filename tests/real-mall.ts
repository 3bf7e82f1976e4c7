import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { OfficerRole } from '@antrean/domain';
import { sessionHeader } from '@antrean/protocol';
import { openServer } from '../apps/server/src/app.ts';
import { readSettings } from '../apps/server/src/flags.ts';
import { openStore } from '../apps/server/src/open-store.ts';
import { setupNotice } from '../apps/server/src/setup-code.ts';
import { type Answer, give, mondayMorning } from './mall.ts';

const root = path.resolve(import.meta.dirname, '..');
export const managersPassword = 'kuda baterai jepit';

/** A real installation on a free loopback port, as its first start leaves it: no account, and a setup code on its console. */
export async function openRealMall(t: TestContext, at = mondayMorning, more = ['--backup-times', 'never']) {
  const folder = mkdtempSync(path.join(tmpdir(), 'antrean-real-'));
  const clock = { at };
  const flags = ['--data', folder, '--site', 'MPP Bintan', '--port', '0', '--log-level', 'info', ...more];
  const read = readSettings(flags, {}, folder);
  if (!read.ok) throw new Error(read.problem);
  const opened = await openStore(read.settings);
  if (!opened.ok) throw new Error(opened.problem);
  const { store } = opened;
  const log: string[] = [];
  const server = await openServer({
    store,
    settings: read.settings,
    apps: path.join(root, 'apps'),
    wall: () => clock.at,
    loggerStream: { write: (line) => log.push(line) },
  });
  const url = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const notice = (wantsNew: boolean) => setupNotice(store, wantsNew, `${url}/admin/`, clock.at);
  const code = codeIn((await notice(false)) ?? '');
  t.after(async () => {
    await server.app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = (route: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(`${url}/api/v1${route}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const signInByPassword = (officer: string, password: string) => post('/sessions/by-password', { officer, password });
  const secret = (current: string, next: string, headers: Record<string, string>) =>
    post('/sessions/current/secret', { current, next }, headers);

  /** The first manager, signed in; later calls sign in again. */
  const manage = async () => {
    await post('/setup', { code, login: 'sri', name: 'Sri Wahyuni', password: managersPassword });
    const session = String((await signInByPassword('sri', managersPassword)).body.sessionToken);
    const who = { token: '', session };
    return {
      session,
      who,
      read: (route: string) => ask(`${url}/api/v1${route}`, { headers: { [sessionHeader]: session } }),
      act: (name: Parameters<typeof give>[2], params: Record<string, string>, body: unknown = {}, key?: string) =>
        give(url, who, name, params as never, body, key),
    };
  };
  type Manager = Awaited<ReturnType<typeof manage>>;

  /** A device of this role, enrolled by its code. */
  const enrol = async (manager: Manager, role: string, counterId: string | null = null, name = role) => {
    const added = await manager.act('add-device', {}, { role, name, counterId, zoneId: null });
    const { token } = (await post('/enrolments', { code: added.body.code })).body;
    return { deviceId: String(added.body.deviceId), token: String(token) };
  };

  /** A person who has chosen a PIN of the own at this device, signed in there. */
  const hire = async (
    manager: Manager,
    login: string,
    roles: readonly OfficerRole[],
    token: string,
    own = '482913',
  ) => {
    const added = await manager.act('add-officer', {}, { login, name: `Petugas ${login}`, roles });
    const pin = String(added.body.pin);
    const auth = { authorization: `Bearer ${token}` };
    const first = await post('/sessions', { officer: login, pin }, auth);
    const session = String(first.body.sessionToken);
    await secret(pin, own, { ...auth, [sessionHeader]: session });
    return { officerId: String(added.body.officerId), token, session, pin: own };
  };

  return { url, server, store, folder, clock, log, code, notice, post, signInByPassword, secret, manage, enrol, hire };
}

export type RealMall = Awaited<ReturnType<typeof openRealMall>>;

export function codeIn(notice: string): string {
  return /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(notice)?.[0] ?? '';
}

async function ask(url: string, init: RequestInit): Promise<Answer> {
  const headers = { ...(init.body ? { 'content-type': 'application/json' } : {}), ...init.headers };
  const response = await fetch(url, { ...init, headers });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}
