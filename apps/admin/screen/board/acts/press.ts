import { type Failure, newKey, type Station } from '@antrean/client';
import { useCallback, useRef, useState } from 'preact/hooks';
import { quotaOf, type Scene } from '../scene.ts';
import { type Act, oppositeOf, perform } from './acts.ts';

/** An act that the server has taken, as it was told, with the way back where there is one. */
type Done = { readonly act: Act; readonly opposite: Act | null };

export type Press = {
  readonly isUnderWay: boolean;
  readonly failure: Failure | null;
  readonly done: Done | null;
  /** True when the server has taken it. */
  readonly give: (act: Act) => Promise<boolean>;
  readonly forgetFailure: () => void;
  readonly forgetDone: () => void;
};

/** One act at a time; what became of the last one is kept until the next, or until it is forgotten. */
export function usePress(station: Station, scene: () => Scene, onEnded: () => void): Press {
  const [isUnderWay, setUnderWay] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const last = useRef({ act: '', key: '', isBusy: false });
  const give = useCallback(
    async (act: Act): Promise<boolean> => {
      if (last.current.isBusy) return false;
      // A lost answer may hide a success, so that the same act asked again carries the key of the first time.
      const told = JSON.stringify(act);
      const key = last.current.act === told ? last.current.key : newKey();
      last.current = { act: told, key, isBusy: true };
      const { hall, catalogue } = scene();
      const service = act.kind === 'quota' && catalogue.services.find(({ id }) => id === act.serviceId);
      const quotaBefore = service ? quotaOf({ hall }, service) : null;
      setUnderWay(true);
      setFailure(null);
      const answer = await perform(station.commands, act, key);
      const isLost = !answer.ok && answer.error.code === 'link.down';
      last.current = { act: isLost ? told : '', key, isBusy: false };
      setUnderWay(false);
      if (answer.ok) {
        setDone({ act, opposite: oppositeOf(act, hall, quotaBefore, answer.value) });
        return true;
      }
      if (answer.error.code === 'access.expired') onEnded();
      setFailure(answer.error);
      return false;
    },
    [station, scene, onEnded],
  );
  const forgetFailure = useCallback(() => setFailure(null), []);
  const forgetDone = useCallback(() => setDone(null), []);
  return { isUnderWay, failure, done, give, forgetFailure, forgetDone };
}
