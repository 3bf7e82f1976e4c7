import type { Language } from '@antrean/domain';
import type { Sentence, Utterance } from './phrase.ts';
import type { Token } from './tongue.ts';

/** Lengths of the clips that can be played, by language and token. */
export type Clips = Readonly<Partial<Record<Language, ReadonlyMap<Token, { readonly durationMs: number }>>>>;

/** `language` is that of the clip: a proper name may come from the Indonesian voice. Times count from the start of the plan. */
export type PlannedClip = {
  readonly language: Language;
  readonly token: Token;
  readonly at: number;
  readonly durationMs: number;
};

export type MissingClip = { readonly language: Language; readonly token: Token };

/** Everything that one announcement plays, in time. */
export type Plan = {
  readonly hasChime: boolean;
  readonly clips: readonly PlannedClip[];
  readonly totalMs: number;
  /** Clips that nobody has recorded. */
  readonly missing: readonly MissingClip[];
  /** Languages that stay silent, because without the missing clip a number or a place would be wrong. */
  readonly silent: readonly Language[];
};

export const chimeMs = 1_300;

/** Silence between clips of one part, at a breath, and between two languages; 60 ms is where joined words begin to limp. */
export const gapsMs = { words: 20, breath: 280, languages: 700 } as const;

/** Utterances in time, with the chime in front. Nothing is dropped without standing in `missing`, and in `silent` when it had to be heard. */
export function plan(utterances: readonly Utterance[], clips: Clips, { hasChime }: { hasChime: boolean }): Plan {
  const planned: PlannedClip[] = [];
  const missing: MissingClip[] = [];
  const silent: Language[] = [];
  let end = 0;
  for (const { language, sentences } of utterances) {
    const spoken = sentences.map((sentence) => complete(sentence, language, clips, missing));
    if (spoken.some((sentence) => sentence === null)) {
      silent.push(language);
      continue;
    }
    let gap: number = planned.length > 0 ? gapsMs.languages : 0;
    if (planned.length === 0 && hasChime) end = chimeMs;
    for (const sentence of spoken) {
      for (const clip of sentence ?? []) {
        planned.push({ ...clip, at: end + gap });
        end += gap + clip.durationMs;
        gap = gapsMs.words;
      }
      gap = gapsMs.breath;
    }
  }
  // A chime alone still makes people look at the screen.
  const totalMs = planned.length === 0 && hasChime ? chimeMs : end;
  return { hasChime, clips: planned, totalMs, missing, silent };
}

type Found = Omit<PlannedClip, 'at'>;

function complete(sentence: Sentence, language: Language, clips: Clips, missing: MissingClip[]): Found[] | null {
  const said: Found[] = [];
  let isComplete = true;
  for (const { tokens, isOptional } of sentence) {
    const found = tokens.map((token) => find(language, token, clips));
    const lacking = tokens.filter((_, index) => found[index] === null);
    missing.push(...lacking.map((token) => ({ language, token })));
    if (lacking.length === 0) said.push(...found.filter((clip) => clip !== null));
    else if (!isOptional) isComplete = false;
  }
  return isComplete ? said : null;
}

/** An agency has one name, in Indonesian, so every language may borrow the Indonesian clip of it. */
function find(language: Language, token: Token, clips: Clips): Found | null {
  const own = clips[language]?.get(token);
  if (own) return { language, token, durationMs: own.durationMs };
  return language !== 'id' && token.startsWith('agency-') ? find('id', token, clips) : null;
}
