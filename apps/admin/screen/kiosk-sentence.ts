import type { Words } from '@antrean/ui';
import type { Finding } from './kiosks.ts';

/** What a finding is in words: the matter, and what to do. */
export function sentenceOf(finding: Finding, words: Words): string {
  const said = words.admin.kiosks;
  switch (finding.about) {
    case 'printer':
      return said.printer[finding.state];
    case 'nearEndIn':
    case 'unreported':
    case 'refused':
      return said[finding.about](finding.count);
    default:
      return said[finding.about];
  }
}
