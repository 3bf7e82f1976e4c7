import { type PrinterProfile, paper58, paper80, profileNamed } from '../src/profiles.ts';
import { bringListJob, type SlipJob, slipJob } from '../src/slip-bytes.ts';
import { type Paper, printOn } from '../src/virtual/paper.ts';
import { qrModules } from '../src/virtual/paper-picture.ts';
import { opsOf } from './ops-of.ts';
import { bringList, slips } from './slip-examples.ts';

/** A roll between the two, as some printers take 80 mm paper with 42 columns. */
const paper76 = profileNamed('epson-80-42') ?? paper80;

/** Every example on every width in every language, by a name such as `80-en-priority`. */
export const printed: readonly { readonly name: string; readonly job: SlipJob; readonly profile: PrinterProfile }[] = (
  [
    ['80', paper80],
    ['76', paper76],
    ['58', paper58],
  ] as const
).flatMap(([width, profile]) =>
  (['id', 'en'] as const).flatMap((language) => {
    const secondLanguage = language === 'en' ? 'en' : null;
    const list = bringListJob({ ...bringList, secondLanguage }, profile);
    return [
      ...Object.entries(slips).map(([what, slip]) => ({ what, job: slipJob({ ...slip, secondLanguage }, profile) })),
      { what: 'bring-list', job: list },
    ].map(({ what, job }) => ({ name: `${width}-${language}-${what}`, job, profile }));
  }),
);

export function paperOf(job: SlipJob, profile: PrinterProfile): Paper {
  return printOn(profile.dots, opsOf(job.bytes), qrModules);
}
