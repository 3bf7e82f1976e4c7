import type { Language } from '@antrean/domain';
import type { Player, Voice } from '@antrean/voice';
import { useEffect, useState } from 'preact/hooks';

export type Loading = { readonly state: 'loading' | 'failed' } | { readonly state: 'loaded'; readonly voice: Voice };

/** The voice of a language, loaded into the player once it is wanted. Agencies of other languages speak Indonesian, so that comes along. */
export function useVoice(player: Player, language: Language): Loading {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  useEffect(() => {
    let isWanted = true;
    setLoading({ state: 'loading' });
    const loads = [player.load(language), ...(language === 'id' ? [] : [player.load('id')])] as const;
    Promise.all(loads).then(
      ([voice]) => isWanted && setLoading({ state: 'loaded', voice }),
      () => isWanted && setLoading({ state: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, [player, language]);
  return loading;
}
