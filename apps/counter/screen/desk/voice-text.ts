import { unreachable } from '@antrean/domain';
import type { CallVoice } from '@antrean/protocol';
import type { Locale } from '../telling.ts';

type VoiceWords = Locale['words']['counter']['called']['voice'];

/** What an officer is told of a call's voice; `isMissing`: the visitor may have heard nothing. Null where there is nothing to tell. */
export function voiceText(
  voice: CallVoice | null,
  words: VoiceWords,
): { readonly text: string; readonly isMissing: boolean } | null {
  if (!voice) return null;
  switch (voice.state) {
    case 'waiting':
      return { text: words.waiting, isMissing: false };
    case 'speaking':
    case 'spoken':
      return { text: words[voice.state](voice.display), isMissing: false };
    case 'noSpeaker':
      return { text: words.noSpeaker, isMissing: true };
    case 'unspoken':
      break;
    default:
      return unreachable(voice);
  }
  switch (voice.why) {
    case 'old':
    case 'crowded':
      return { text: words[voice.why], isMissing: true };
    case 'failed':
    case 'silent':
      return { text: words.broken, isMissing: true };
    case 'spokenBefore':
      return { text: words.unsure, isMissing: true };
    case 'quiet':
      return { text: words.quiet, isMissing: true };
    // Nobody needs to hear it any more.
    case 'started':
    case 'gone':
    case 'superseded':
      return null;
    default:
      return unreachable(voice.why);
  }
}
