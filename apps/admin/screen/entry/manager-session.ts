/** A manager's session as this tab keeps it, for every page of the manager. */
export type ManagerSession = { readonly token: string; readonly name: string; readonly roles: readonly string[] };

const key = 'antrean.manager';

export function keptManager(storage: Storage): ManagerSession | null {
  const kept = parsed(storage.getItem(key) ?? 'null');
  if (typeof kept !== 'object' || kept === null) return null;
  const [token, name, roles]: unknown[] = ['token', 'name', 'roles'].map((field) => Reflect.get(kept, field));
  return typeof token === 'string' && typeof name === 'string' && Array.isArray(roles)
    ? { token, name, roles: roles.map(String) }
    : null;
}

export function keepManager(storage: Storage, session: ManagerSession | null): void {
  if (session) storage.setItem(key, JSON.stringify(session));
  else storage.removeItem(key);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
