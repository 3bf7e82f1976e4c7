import { type Static, Type } from 'typebox';
import { closed, Id, Moment } from './schemas.ts';
import { SoundSchema } from './voice.ts';

export const PrinterStateSchema = Type.Enum([
  'ready',
  'nearEnd',
  'cover',
  'paperOut',
  'error',
  'offline',
  'silent',
  'unreachable',
]);

/** `POST /stations/current`: how a station is, told every ten seconds and at each change. Kept in memory: tomorrow nobody asks. */
export const StationReport = Type.Object(
  {
    version: Type.String({ maxLength: 40 }),
    printer: Type.Union([
      Type.Object(
        {
          state: PrinterStateSchema,
          since: Moment,
          profile: Type.String({ maxLength: 60 }),
          /** False: this printer can never tell that a slip came out, so every slip is uncertain. */
          confirms: Type.Boolean(),
          /** Slips that the roll is likely to last for; null while its length is not known. */
          slipsLeft: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
        },
        closed,
      ),
      Type.Null(),
    ]),
    /** Of a kiosk: numbers it may still give without the server in its emptiest queue, and what waits to be reported. */
    journal: Type.Union([
      Type.Object(
        {
          freeNumbers: Type.Integer({ minimum: 0 }),
          unreported: Type.Integer({ minimum: 0 }),
          refused: Type.Integer({ minimum: 0 }),
        },
        closed,
      ),
      Type.Null(),
    ]),
  },
  closed,
);
export type StationReport = Static<typeof StationReport>;

/** The answer to a report: visits whose slip this kiosk is asked to print once more, each told once. */
export const StationOrders = Type.Object({ reprints: Type.Array(Id) }, { ...closed, $id: 'StationOrders' });
export type StationOrders = Static<typeof StationOrders>;

const StationRole = Type.Enum(['kiosk', 'display', 'counter', 'reception']);

/**
 * `GET /stations/current`: who the device is that asks. A counter's device stands at one counter and a display hangs in one zone,
 * which neither need be told; null for none, and a display without a zone shows them all.
 */
export const StationSelf = Type.Object(
  {
    name: Type.String(),
    role: StationRole,
    counterId: Type.Union([Id, Type.Null()]),
    zoneId: Type.Union([Id, Type.Null()]),
  },
  { ...closed, $id: 'StationSelf' },
);
export type StationSelf = Static<typeof StationSelf>;

/** Something at the server itself that a person must see to; `since` is null where nobody knows. */
export const ServerTrouble = Type.Object(
  {
    code: Type.Enum(['disk.full', 'disk.low', 'log.lostTail', 'clock.suspect', 'certificate.ending', 'backup.failed']),
    since: Type.Union([Moment, Type.Null()]),
  },
  closed,
);
export type ServerTrouble = Static<typeof ServerTrouble>;

/** `GET /backups`: whether this mall is backed up at all, when the last copy was made, and when the newest attempt failed if none has succeeded since. */
export const BackupAnswer = Type.Object(
  {
    isOn: Type.Boolean(),
    isRunning: Type.Boolean(),
    lastAt: Type.Union([Moment, Type.Null()]),
    failedAt: Type.Union([Moment, Type.Null()]),
  },
  { ...closed, $id: 'Backup' },
);
export type BackupAnswer = Static<typeof BackupAnswer>;

/** `GET /stations`: every enrolled station as it was last heard; `report` is null until it has told. */
export const StationsAnswer = Type.Object(
  {
    stations: Type.Array(
      Type.Object(
        {
          deviceId: Id,
          name: Type.String(),
          role: StationRole,
          seenAt: Type.Union([Moment, Type.Null()]),
          report: Type.Union([StationReport, Type.Null()]),
          /** Of a display whose page is open now: whether it can be heard, and the zones for which it speaks. */
          voice: Type.Union([
            Type.Object(
              { sound: SoundSchema, volume: Type.Integer({ minimum: 0, maximum: 100 }), speaksIn: Type.Array(Id) },
              closed,
            ),
            Type.Null(),
          ]),
        },
        closed,
      ),
    ),
    /** Zones with counters at work in which no display can be heard. */
    silentZones: Type.Array(Id),
    troubles: Type.Array(ServerTrouble),
  },
  { ...closed, $id: 'Stations' },
);
export type StationsAnswer = Static<typeof StationsAnswer>;

/** `GET /kiosks/today`: what a manager or the reception should see of today's kiosks. */
export const KioskDayAnswer = Type.Object(
  {
    /** Numbers whose slip may not have come out and whose visitor has not said so: to be asked for by number, never by name. */
    doubtful: Type.Array(
      Type.Object(
        { number: Type.String(), outcome: Type.Enum(['NOT_SENT', 'UNKNOWN']), at: Moment, kiosk: Type.String() },
        closed,
      ),
    ),
    misses: Type.Array(Type.Object({ text: Type.String(), times: Type.Integer({ minimum: 1 }) }, closed)),
    lists: Type.Array(Type.Object({ serviceId: Id, times: Type.Integer({ minimum: 1 }) }, closed)),
  },
  { ...closed, $id: 'KioskDay' },
);
export type KioskDayAnswer = Static<typeof KioskDayAnswer>;
