import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Role } from '@antrean/domain';
import type { DemoAnswer } from '@antrean/protocol';
import type { DeviceRole, Store } from '@antrean/store';
import { tokenHash } from './credentials.ts';
import { grouped, inLetters } from './made-secrets.ts';
import { hashPin } from './pins.ts';

/** Tokens and the PIN of the made-up stations and officers. No secret is shipped: each demonstration makes its own. */
export type DemoAccess = Omit<DemoAnswer, 'openedByHand'>;

// One of them, so that both kinds of officer can be tried.
const pickers = 1;

/** Makes the demonstration's devices and officers once, and finds them again at the next start, so that open pages stay signed in. */
export async function demoAccess(store: Store, folder: string, at: number): Promise<DemoAccess> {
  const file = path.join(folder, 'demo-access.json');
  const kept = readKept(file);
  // A file without its database, or a database without its file, is a demonstration that begins anew.
  if (kept && isOfToday(kept) && (await store.deviceByTokenHash(tokenHash(kept.displayToken)))) return kept;
  const token = () => randomBytes(32).toString('base64url');
  const access: DemoAccess = {
    kioskToken: token(),
    displayToken: token(),
    counters: store.catalogue().counters.map(({ id, name }, n) => ({
      counterId: id,
      token: token(),
      officer: `petugas-${name}`,
      mayPick: n < pickers,
    })),
    board: { token: token(), officer: 'pengawas' },
    manager: { officer: 'pengelola', password: grouped(inLetters(randomBytes(16), 16).toLowerCase()) },
    pin: String(randomInt(0, 1_000_000)).padStart(6, '0'),
  };
  const add = (id: string, role: DeviceRole, counterId: string | null, secret: string) =>
    store.addDevice({ id, role, name: id, counterId, zoneId: null }, tokenHash(secret), at);
  await add('demo-kiosk', 'kiosk', null, access.kioskToken);
  await add('demo-display', 'display', null, access.displayToken);
  await add('demo-board', 'reception', null, access.board.token);
  const pinHash = await hashPin(access.pin);
  const hire = async (login: string, name: string, ...roles: readonly Role[]) => {
    const known = await store.officerByLogin(login);
    await store.addOfficer({ id: known?.id ?? randomUUID(), login, name, roles, pinHash }, at);
  };
  await hire(access.board.officer, 'Pengawas', 'supervisor');
  const manager = await store.officerByLogin(access.manager.officer);
  const passwordHash = await hashPin(access.manager.password);
  await store.addOfficer(
    {
      id: manager?.id ?? randomUUID(),
      login: access.manager.officer,
      name: 'Pengelola',
      roles: ['manager'],
      pinHash,
      passwordHash,
    },
    at,
  );
  for (const counter of access.counters) {
    await add(`demo-${counter.counterId}`, 'counter', counter.counterId, counter.token);
    const picker: readonly Role[] = counter.mayPick ? ['picker'] : [];
    await hire(counter.officer, `Petugas ${counter.officer.split('-')[1]}`, 'officer', ...picker);
  }
  writeFileSync(`${file}.new`, JSON.stringify(access), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return access;
}

// What an earlier release has kept lacks what came since.
function isOfToday(kept: DemoAccess): boolean {
  return 'board' in kept && 'manager' in kept && kept.counters.every((counter) => 'mayPick' in counter);
}

function readKept(file: string): DemoAccess | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DemoAccess;
  } catch {
    // Not there yet, or cut off by a power cut: either way there is nothing to keep.
    return null;
  }
}
