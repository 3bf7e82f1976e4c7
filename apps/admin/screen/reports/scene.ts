import type { Catalogue } from '@antrean/domain';
import type { ReportAnswer } from '@antrean/protocol';
import type { ReportWords, ScreenLanguage } from '@antrean/ui';

/** What every part of the report draws from. */
export type ReportScene = {
  readonly report: ReportAnswer;
  readonly catalogue: Catalogue;
  readonly words: ReportWords;
  readonly language: ScreenLanguage;
};
