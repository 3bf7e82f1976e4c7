import type { AccessLogAnswer } from '@antrean/protocol';
import { dateText, timeText } from '@antrean/ui';
import type { Scene } from './scene.ts';

type LogPanelProps = { readonly scene: Scene; readonly entries: AccessLogAnswer['entries'] };

const shown = 30;

/** The newest of who let whom in, who came in and who was refused. */
export function LogPanel({ scene, entries }: LogPanelProps) {
  const { words, language, catalogue } = scene;
  const { timeZone } = catalogue.site;
  return (
    <details class="panel access-panel access-log">
      <summary>
        <h2>{words.log}</h2>
      </summary>
      {entries.length === 0 && <p class="access-none">{words.logNone}</p>}
      <ul>
        {entries.slice(0, shown).map(({ id, at, act, by, about }) => (
          <li key={id}>
            <time dateTime={new Date(at).toISOString()} title={dateText(at, timeZone, language)} class="number">
              {timeText(at, timeZone, language)}
            </time>
            <span>
              {by && <strong>{by}</strong>} {words.acts[act] ?? act}
              {about && about !== by && (
                <>
                  {': '}
                  <strong>{about}</strong>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
