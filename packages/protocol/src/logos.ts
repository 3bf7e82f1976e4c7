import { type Static, Type } from 'typebox';
import { closed, Id } from './schemas.ts';

/** `GET /logos/`: which agencies have a logo; each lies at `/logos/FILE`, under a name that changes with its content. */
export const LogosAnswer = Type.Object(
  { logos: Type.Array(Type.Object({ agencyId: Id, file: Type.String() }, closed)) },
  closed,
);
export type LogosAnswer = Static<typeof LogosAnswer>;
