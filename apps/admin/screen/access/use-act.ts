import { type Failure, newKey, type Station } from '@antrean/client';
import type { CommandAnswer, CommandBody, CommandName, CommandParams } from '@antrean/protocol';
import { useState } from 'preact/hooks';

/** One press at a time; `failure` is why the last one came to nothing. */
export type Act = {
  readonly isUnderWay: boolean;
  readonly failure: Failure | null;
  give<N extends CommandName>(
    name: N,
    params: CommandParams<N>,
    body: CommandBody<N>,
  ): Promise<CommandAnswer<N> | null>;
};

export function useAct(station: Station, onDone: () => void): Act {
  const [isUnderWay, setIsUnderWay] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  return {
    isUnderWay,
    failure,
    async give(name, params, body) {
      if (isUnderWay) return null;
      setIsUnderWay(true);
      const answer = await station.commands.give(name, params, body, newKey());
      setIsUnderWay(false);
      setFailure(answer.ok ? null : answer.error);
      if (!answer.ok) return null;
      onDone();
      return answer.value;
    },
  };
}
