/** Why a database is not opened. Each is a reason for a person to look, never to start with an empty one. */
export type OpenRefusal =
  | 'missing'
  | 'exists'
  | 'empty'
  | 'foreign'
  | 'corrupt'
  | 'newer'
  | 'inUse'
  | 'notDurable'
  | 'brokenLog'
  | 'badCatalogue'
  | 'migration'
  | 'unusable';

/** Thrown while opening: a code for programs, one sentence for the person who starts the server. */
export class StoreRefusesToOpen extends Error {
  readonly code: OpenRefusal;

  constructor(code: OpenRefusal, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'StoreRefusesToOpen';
    this.code = code;
  }
}
