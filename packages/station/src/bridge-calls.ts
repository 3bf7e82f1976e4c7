import { languages } from '@antrean/domain';
import { commands } from '@antrean/protocol';
import Type, { type TSchema } from 'typebox';
import type { KioskBridge } from './bridge.ts';
import { type CounterBridge, deskLanguages } from './counter-bridge.ts';
import type { DisplayBridge } from './display-bridge.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const Visit = Type.Object({ visitId: Type.String({ minLength: 1, maxLength: 64 }) }, closed);
const Language = Type.Enum([...languages]);

/** What each call of a kiosk's bridge takes; whatever else arrives is refused before it. */
export const kioskCalls = {
  takeNumber: Type.Object(
    { ...commands.issue.body.properties, pressId: Uuid, withoutPaper: Type.Optional(Type.Boolean()) },
    closed,
  ),
  reprint: Visit,
  confirm: Visit,
  giveUp: Visit,
  printList: Type.Object({ serviceId: Type.String({ minLength: 1, maxLength: 64 }), language: Language }, closed),
  missed: Type.Object({ text: Type.String({ minLength: 2, maxLength: 40 }) }, closed),
  now: Type.Object({}, closed),
} as const satisfies Record<keyof KioskBridge, TSchema>;

/** The same for a counter's. */
export const counterCalls = {
  tell: Type.Object(
    {
      mayCall: Type.Boolean(),
      present: Type.Union([Type.String({ maxLength: 20 }), Type.Null()]),
      language: Type.Enum([...deskLanguages]),
    },
    closed,
  ),
  answerPress: Type.Object({ pressId: Uuid, isTaken: Type.Boolean() }, closed),
} as const satisfies Record<keyof CounterBridge, TSchema>;

/** The same for a display's. */
export const displayCalls = {
  alive: Type.Object({}, closed),
} as const satisfies Record<keyof DisplayBridge, TSchema>;
