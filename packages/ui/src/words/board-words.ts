import { acts as actsEn } from './en/acts.ts';
import { board as boardEn } from './en/board.ts';
import { common as commonEn } from './en/common.ts';
import { counter as counterEn } from './en/counter.ts';
import { display as displayEn } from './en/display.ts';
import { acts as actsId } from './id/acts.ts';
import { board as boardId } from './id/board.ts';
import { common as commonId } from './id/common.ts';
import { counter as counterId } from './id/counter.ts';
import { display as displayId } from './id/display.ts';
import type { ScreenLanguage } from './words.ts';

const id = { common: commonId, board: boardId, acts: actsId, counter: counterId, display: displayId };

/** The supervisor's words: no other page carries them. */
export type BoardWords = typeof id;

const languages: Readonly<Record<ScreenLanguage, BoardWords>> = {
  id,
  en: { common: commonEn, board: boardEn, acts: actsEn, counter: counterEn, display: displayEn },
};

export function boardWordsIn(language: ScreenLanguage): BoardWords {
  return languages[language];
}
