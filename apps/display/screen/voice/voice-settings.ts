import type { Hours } from '@antrean/domain';

/** How one display speaks, from its address: `?voice=off`, or `?volume=60&quiet=12:00-13:00,17:00-07:00`. */
export type VoiceSettings = {
  readonly isOn: boolean;
  /** Percent. */
  readonly volume: number;
  /** When this loudspeaker is silent. */
  readonly quiet: readonly Hours[];
};

export function readVoiceSettings(search: string): VoiceSettings {
  const given = new URLSearchParams(search);
  const volume = given.get('volume');
  return {
    isOn: given.get('voice') !== 'off',
    volume: volume !== null && /^\d{1,3}$/.test(volume) ? Math.min(100, Number(volume)) : 100,
    quiet: (given.get('quiet') ?? '').split(',').flatMap((text) => hoursFrom(text) ?? []),
  };
}

function hoursFrom(text: string): Hours | null {
  const [, from, to] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text.trim()) ?? [];
  return from && to ? { from, to } : null;
}
