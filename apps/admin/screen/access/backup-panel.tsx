import type { BackupAnswer } from '@antrean/protocol';
import { dateText, timeText } from '@antrean/ui';
import { useEffect, useState } from 'preact/hooks';
import type { Scene } from './scene.ts';

const lookEveryMs = 1_000;

/** When the mall was last copied, and a button that copies it now. */
export function BackupPanel({ scene }: { readonly scene: Scene }) {
  const { station, words, language, catalogue } = scene;
  const { timeZone } = catalogue.site;
  const [state, setState] = useState<BackupAnswer | null>(null);
  const isRunning = state?.isRunning ?? false;
  useEffect(() => {
    const look = async () => {
      const answer = await station.backups();
      if (answer.ok) setState(answer.value);
    };
    void look();
    if (!isRunning) return;
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => clearInterval(timer);
  }, [station, isRunning]);
  if (!state?.isOn) return null;
  const backUp = async () => {
    const answer = await station.backUp();
    if (answer.ok) setState(answer.value);
  };
  const when = (at: number) => `${dateText(at, timeZone, language)}, ${timeText(at, timeZone, language)}`;
  return (
    <section class="panel access-panel" aria-labelledby="backup">
      <div class="access-head">
        <h2 id="backup">{words.backup.title}</h2>
        <button type="button" class="access-add" disabled={isRunning} onClick={() => void backUp()}>
          {isRunning ? words.backup.working : words.backup.now}
        </button>
      </div>
      <p role="status" class="access-none">
        {state.failedAt !== null && !isRunning && <strong>{words.backup.failed} </strong>}
        {state.lastAt === null ? words.backup.none : words.backup.last(when(state.lastAt))}
      </p>
    </section>
  );
}
