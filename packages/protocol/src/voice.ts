import type { Announcement, DropReason } from '@antrean/domain';
import { type Static, Type } from 'typebox';
import { closed, Id } from './schemas.ts';

export const SoundSchema = Type.Enum(['ready', 'locked', 'off']);

const SpeakId = Type.String({ minLength: 1, maxLength: 64 });
const MostMs = 120_000;

/**
 * How a display's voice is, told each second and at each change over the feed's connection. It carries the last that became of an
 * announcement, so the next beat makes up for one that was lost. `seat` is this page of this display, new with each load of the page.
 */
export const VoiceBeat = Type.Object(
  {
    seat: Id,
    /** Where the page says it hangs; a display that is enrolled for a zone hangs there. Null: for the whole mall. */
    zoneId: Type.Union([Id, Type.Null()]),
    sound: SoundSchema,
    /** Percent. */
    volume: Type.Integer({ minimum: 0, maximum: 100 }),
    told: Type.Union([
      Type.Object(
        { id: SpeakId, what: Type.Literal('started'), lengthMs: Type.Integer({ minimum: 0, maximum: MostMs }) },
        closed,
      ),
      Type.Object({ id: SpeakId, what: Type.Literal('finished') }, closed),
      Type.Object(
        {
          id: SpeakId,
          what: Type.Literal('failed'),
          /** Whether a sound of it may have been heard; only then no other display may speak it. */
          hadBegun: Type.Boolean(),
          reason: Type.String({ maxLength: 40 }),
        },
        closed,
      ),
      Type.Null(),
    ]),
  },
  closed,
);
export type VoiceBeat = Static<typeof VoiceBeat>;

/** What the server gives one display to speak for a zone, as loud as that zone is. It must not begin after `deadline`, the server's clock, epoch milliseconds. */
export type Speak = {
  readonly zoneId: string;
  readonly id: string;
  readonly announcement: Announcement;
  readonly deadline: number;
};

/** How often a display tells of its voice. */
export const voiceBeatMs = 1_000;

/**
 * What became of a call's voice. `noSpeaker`: no display in the zone can be heard now; it is still spoken if one can within
 * thirty seconds. `display` is the name of the one that speaks.
 */
export type CallVoice =
  | { readonly state: 'waiting' | 'noSpeaker' }
  | { readonly state: 'speaking' | 'spoken'; readonly display: string }
  | { readonly state: 'unspoken'; readonly why: DropReason };
