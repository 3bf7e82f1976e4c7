import type { Closing, Oddities, Outcome, Ticket, UndoneStep } from '@antrean/domain';
import type { Device, Officer } from './access-store.ts';

/** A day's kiosks as staff should see them. `doubtful` are numbers whose slip may not have come out, oldest first. */
export type KioskDay = {
  readonly doubtful: readonly {
    readonly number: string;
    readonly outcome: 'NOT_SENT' | 'UNKNOWN';
    readonly at: number;
    readonly kiosk: string;
  }[];
  readonly misses: readonly { readonly text: string; readonly times: number }[];
  readonly lists: readonly { readonly serviceId: string; readonly times: number }[];
};

/** The stops of a visit in the order of its legs, and what officers noted; `counterId` is where it is or last was called to. */
export type Story = {
  readonly stops: readonly {
    readonly ticket: Ticket;
    readonly counterId: string | null;
    readonly calledAt: number | null;
    readonly startedAt: number | null;
  }[];
  readonly notes: readonly { readonly at: number; readonly text: string; readonly counterId: string | null }[];
};

/** The step that a counter's officer may still take back; `outcome` only of a finish. */
export type UndoableStep = {
  readonly step: UndoneStep;
  readonly outcome: Outcome | null;
  readonly ticketId: string;
  readonly number: string;
  readonly at: number;
};

/** A supervisor's closing of a counter with the names of today: who did it, and whose number waits again. */
export type ToldClosing = Omit<Closing, 'byOfficerId' | 'ticketId'> & {
  readonly officer: string;
  readonly number: string | null;
};

/** The oddities of the service day in force, with the visit of each ticket they name: its number, and its class of priority. */
export type DayOddities = Oddities & {
  readonly visits: ReadonlyMap<string, { readonly number: string; readonly priorityClass: string | null }>;
};

/** Who and what may come in, with what a manager needs to know of each. */
export type Doors = {
  readonly officers: readonly (Pick<Officer, 'id' | 'login' | 'name' | 'roles' | 'isActive'> & {
    /** Has not chosen a secret of the own yet. */
    readonly isInitial: boolean;
    /** Where somebody is signed in: devices by id, null for the manager's own page. */
    readonly signedInAt: readonly (string | null)[];
  })[];
  readonly devices: readonly (Device & {
    readonly state: 'added' | 'enrolled' | 'revoked';
    /** Until when its code opens the door; null without a code. */
    readonly codeUntil: number | null;
  })[];
};

/** One line of the record at the doors; `act` is what was done or tried, `detail` a word to it. */
export type AccessEntry = {
  readonly id: string;
  readonly at: number;
  readonly act: string;
  readonly byOfficerId: string | null;
  readonly byDeviceId: string | null;
  readonly officerId: string | null;
  readonly deviceId: string | null;
  readonly detail: string | null;
};

export type Setup = { readonly hasCode: boolean; readonly hasManager: boolean };
