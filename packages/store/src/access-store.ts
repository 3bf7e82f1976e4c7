import type { OfficerRole, Result, Role } from '@antrean/domain';
import type { AccessEntry, Doors, Setup } from './readings.ts';
import type { StoreRefusal } from './store.ts';

/** The secrets that somebody is given to begin with, hashed; null for a way in that the roles do not have. */
export type InitialSecrets = { readonly pinHash: string; readonly passwordHash: string | null };

/** What a manager does about people and devices. Codes and secrets come hashed; the answer never holds them. */
export type AccessOrder =
  | ({
      readonly kind: 'add-officer';
      readonly login: string;
      readonly name: string;
      readonly roles: readonly OfficerRole[];
    } & InitialSecrets)
  | {
      readonly kind: 'change-officer';
      readonly officerId: string;
      readonly name: string;
      readonly roles: readonly OfficerRole[];
    }
  | ({ readonly kind: 'reset-secret'; readonly officerId: string } & InitialSecrets)
  | { readonly kind: 'sign-out-officer'; readonly officerId: string }
  | { readonly kind: 'deactivate-officer'; readonly officerId: string }
  | { readonly kind: 'reactivate-officer'; readonly officerId: string }
  | {
      readonly kind: 'add-device';
      readonly role: DeviceRole;
      readonly name: string;
      readonly counterId: string | null;
      readonly zoneId: string | null;
      readonly codeHash: string;
    }
  | { readonly kind: 'renew-code'; readonly deviceId: string; readonly codeHash: string }
  | { readonly kind: 'rename-device'; readonly deviceId: string; readonly name: string }
  | { readonly kind: 'revoke-device'; readonly deviceId: string };

export type DeviceRole = 'kiosk' | 'display' | 'counter' | 'reception';

export type Device = {
  readonly id: string;
  readonly role: DeviceRole;
  readonly name: string;
  readonly counterId: string | null;
  readonly zoneId: string | null;
};

export type Officer = {
  /** Opaque: it stands in the log and in the feed. */
  readonly id: string;
  /** What the officer types to sign in. */
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly pinHash: string;
  /** Null for somebody who cannot come in with a password. */
  readonly passwordHash: string | null;
  /** Somebody else has chosen it: it opens nothing but the change to one's own. */
  readonly isPinInitial: boolean;
  readonly isPasswordInitial: boolean;
  readonly isActive: boolean;
};

/** An officer as one is put in from outside the page of people: with a PIN of one's own, and perhaps a password. */
export type NewOfficer = Pick<Officer, 'id' | 'login' | 'name' | 'roles' | 'pinHash'> & {
  readonly passwordHash?: string;
};

export type Session = {
  readonly id: string;
  readonly officerId: string;
  readonly counterId: string | null;
  /** Null for a session behind a password. */
  readonly deviceId: string | null;
  readonly expiresAt: number;
};

/** Why a session lives no more. */
export type SessionEnd =
  | { readonly why: 'idle' | 'day' | 'signedOut' }
  /** A manager signed the officer out everywhere or gave a new first PIN; `shut`: the officer may not come in any more. */
  | { readonly why: 'manager' | 'shut' }
  | { readonly why: 'counterTaken'; readonly officer: string }
  /** The same officer signed in at another counter; `again`: at the same one, on another screen. */
  | { readonly why: 'elsewhere'; readonly counterId: string }
  | { readonly why: 'again' };

/** A session that is alive. `idleUntil`: when it ends if nobody comes; past while a visitor at the counter keeps it. */
export type LiveSession = Session & { readonly officer: Officer; readonly idleUntil: number };

/** Who may come in, and the record of it. */
export type AccessStore = {
  /** Hashes of the tokens that open the door at this moment. */
  deviceTokenHashes(): Promise<ReadonlySet<string>>;
  /** Everybody and every device, also those that were shut out or have not come in yet. */
  doors(at: number): Promise<Doors>;
  /** The newest entries of the record at the doors, newest first. */
  log(limit: number): Promise<readonly AccessEntry[]>;
  note(entry: Pick<AccessEntry, 'at' | 'act'> & Partial<AccessEntry>): Promise<void>;
  setup(): Promise<Setup>;
  /** From now on this code, once, makes a manager. */
  openSetup(codeHash: string, at: number): Promise<void>;
  /** Makes a manager by the setup code, which is used up; null when it is not the code. */
  foundManager(codeHash: string, manager: NewOfficer, at: number): Promise<Result<string, StoreRefusal> | null>;
  /** Gives the device of this code its token, in place of an older one; the code is used up. Null when it opens nothing at `at`, or is for a device of another role. */
  enrol(codeHash: string, tokenHash: string, at: number, role?: DeviceRole): Promise<Device | null>;
  /** A secret of one's own in place of the one that somebody else has chosen. */
  changeSecret(officerId: string, kind: 'pin' | 'password', hash: string, at: number): Promise<void>;
};
