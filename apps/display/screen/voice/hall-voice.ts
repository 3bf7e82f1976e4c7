import type { Clock, SpeakHere, Station, VoiceSeat } from '@antrean/client';
import {
  type Catalogue,
  isWithin,
  type Language,
  loudnessOf,
  type Quiet,
  quietAt,
  type Sound,
  siteTime,
  volumeAt,
} from '@antrean/domain';
import { type Player, phrase, plan } from '@antrean/voice';
import type { VoiceSettings } from './voice-settings.ts';

/** This display's voice as the screen shows it. */
export type HallVoiceState = {
  readonly sound: Sound;
  readonly isSpeaking: boolean;
  /** That a manager wants none of its zones to be heard now (rule [W11]). */
  readonly quiet: Quiet | null;
};

/** Speaks what the server gives this display to speak, and says how its sound is. It lives as long as the page. */
export type HallVoice = {
  current(): HallVoiceState;
  subscribe(listener: () => void): () => void;
  close(): void;
};

export type HallVoiceParts = {
  readonly station: Pick<Station, 'takeVoiceSeat' | 'live'>;
  readonly player: Player;
  readonly catalogue: () => Catalogue | null;
  readonly clock: Clock;
  /** Where this display hangs, null for the whole mall. */
  readonly zoneId: string | null;
  readonly settings: VoiceSettings;
};

const lookMs = 1_000;
const loadAgainMs = 5_000;
// Who has just been made to look up need not be called by the bell again.
const backToBackMs = 1_500;

export function openHallVoice(parts: HallVoiceParts): HallVoice {
  const { station, player, clock, settings, zoneId } = parts;
  const listeners = new Set<() => void>();
  const loaded = new Set<Language>();
  let loadAt = 0;
  let isLoading = false;
  let state: HallVoiceState = silent;
  let lastEndedAt = Number.NEGATIVE_INFINITY;
  let speakingIn: string | null = null;
  let cancel = () => {};

  const seat: VoiceSeat = station.takeVoiceSeat({ zoneId, onSpeak: trySay });
  function zoneIds(): readonly string[] {
    return zoneId === null ? (parts.catalogue()?.zones ?? []).map(({ id }) => id) : [zoneId];
  }

  function timeNow(): string {
    const timeZone = parts.catalogue()?.site.timeZone ?? 'UTC';
    return siteTime(station.live.serverNow(), timeZone).time;
  }

  /** Percent, now. */
  function volumeIn(zone: string): number {
    const { hall } = station.live.current();
    return Math.round((settings.volume * (hall ? volumeAt(loudnessOf(hall, zone), timeNow()) : 100)) / 100);
  }

  function tell(change: Partial<HallVoiceState>): void {
    const next = { ...state, ...change };
    seat.sound(next.sound, Math.max(0, ...zoneIds().map(volumeIn)));
    const isSame = next.sound === state.sound && next.isSpeaking === state.isSpeaking;
    if (isSame && next.quiet?.until === state.quiet?.until) return;
    state = next;
    for (const listener of listeners) listener();
  }

  async function say(speak: SpeakHere): Promise<void> {
    const catalogue = parts.catalogue();
    if (!catalogue || player.current().state !== 'running') return speak.failed('notReady');
    const said = phrase(speak.announcement, { catalogue, zoneId, style: catalogue.rules.spokenNumbers });
    const hasChime = clock.now() - lastEndedAt > backToBackMs;
    const planned = plan(said, player.sounds(), { hasChime });
    // A bell alone would call nobody; another display may have the clips.
    if (planned.clips.length === 0) return speak.failed('noClip');
    // Said before it is heard: what has begun here must not begin anywhere else.
    if (!speak.started(planned.totalMs)) return;
    speakingIn = speak.zoneId;
    player.setVolume(volumeIn(speakingIn) / 100);
    tell({ isSpeaking: true });
    try {
      const played = await player.play(planned);
      if (played.state === 'finished') speak.finished();
      else speak.failed(played.why);
    } finally {
      lastEndedAt = clock.now();
      speakingIn = null;
      tell({ isSpeaking: false });
    }
  }

  // A bug of ours must not leave the line waiting for a voice that never ends.
  function trySay(speak: SpeakHere): void {
    say(speak).catch((error: unknown) => {
      speak.failed('bug');
      throw error;
    });
  }

  function quietNow(): Quiet | null {
    const { hall } = station.live.current();
    return (
      hall &&
      quietAt(
        zoneIds().map((zone) => loudnessOf(hall, zone)),
        timeNow(),
      )
    );
  }

  function soundNow(): Sound {
    const catalogue = parts.catalogue();
    if (!catalogue || settings.volume === 0 || !loaded.has('id')) return 'off';
    if (quietNow() || settings.quiet.some((hours) => isWithin(hours, timeNow()))) return 'off';
    const { state: heard } = player.current();
    return heard === 'running' ? 'ready' : heard === 'locked' ? 'locked' : 'off';
  }

  async function load(): Promise<void> {
    const offered = parts.catalogue()?.rules.languages ?? [];
    const wanted = [...new Set<Language>(['id', 'en', ...offered])].filter((language) => !loaded.has(language));
    if (isLoading || wanted.length === 0 || clock.now() < loadAt) return;
    isLoading = true;
    // A server that does not answer now will answer later; until then this display shows and does not speak.
    for (const language of wanted)
      await player.load(language).then(
        () => loaded.add(language),
        () => undefined,
      );
    isLoading = false;
    loadAt = clock.now() + loadAgainMs;
    tell({ sound: soundNow() });
  }

  function look(): void {
    cancel = clock.after(lookMs, look);
    void load();
    if (speakingIn !== null) player.setVolume(volumeIn(speakingIn) / 100);
    tell({ sound: soundNow(), quiet: quietNow() });
  }

  const stopListening = player.subscribe(() => tell({ sound: soundNow() }));
  look();
  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      cancel();
      stopListening();
      seat.close();
      player.close();
    },
  };
}

/** A display that has no voice, by its settings. */
export const noVoice: HallVoice = {
  current: () => silent,
  subscribe: () => () => {},
  close: () => {},
};
const silent: HallVoiceState = { sound: 'off', isSpeaking: false, quiet: null };
