import { siteTime } from '@antrean/domain';
import { clockText, dayText } from '@antrean/ui';
import type { Scene, Walk } from '../scene.ts';
import type { Comfort } from '../steps.ts';
import { Icon } from './icon.tsx';
import './foot.css';

const turns = ['low', 'large', 'contrast'] as const;

/** The time, and low on the screen, where a seated hand reaches, how the screen can be made easier to use. */
export function Foot(props: { scene: Scene; comfort: Comfort; walk: Walk; isInert: boolean }) {
  const { scene, comfort, walk, isInert } = props;
  const { at, catalogue, language, words } = scene;
  const { timeZone } = catalogue.site;
  const says = words.kiosk.comfort;
  return (
    <footer class="foot" inert={isInert}>
      <p class="foot-when">
        <span class="foot-time number">{clockText(at, timeZone, language)}</span>
        <span>{dayText(siteTime(at, timeZone).date, language)}</span>
      </p>
      <fieldset class="foot-turns">
        <legend class="visually-hidden">{says.title}</legend>
        {turns.map((turn) => (
          <button
            key={turn}
            type="button"
            class="foot-turn"
            aria-pressed={comfort[turn]}
            onClick={() => walk({ kind: 'comfort', turn })}
          >
            <Icon name={turn} />
            {says[turn]}
          </button>
        ))}
      </fieldset>
    </footer>
  );
}
