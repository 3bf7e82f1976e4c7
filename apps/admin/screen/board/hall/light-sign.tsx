import type { Light } from '@antrean/domain';
import type { BoardWords } from '@antrean/ui';

// A shape of its own for each, so that the lights differ without their colours.
const shapes: Readonly<Record<Light, string>> = {
  green: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
  amber: 'M8 1 15 8 8 15 1 8Z',
  red: 'M8 1.500 15.500 14.500H.500Z',
  grey: 'M3 7h10v2H3Z',
};
// Nobody is late while nobody calls: neither the target's colour nor its shape.
const resting = 'M4 3h3v10H4ZM9 3h3v10H9Z';

type Props = { light: Light; hasCounter: boolean; isPaused: boolean; words: BoardWords };

/** The traffic light of a queue: shape, word and colour. The word says what the light is about, which is not always the wait. */
export function LightSign({ light, hasCounter, isPaused, words }: Props) {
  const { lights, lightNoCounter, lightPaused } = words.board.queues;
  const isResting = isPaused && (light === 'green' || light === 'amber');
  const word = light === 'red' && !hasCounter && !isPaused ? lightNoCounter : isResting ? lightPaused : lights[light];
  return (
    <span class={`light light-${isResting ? 'resting' : light}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={isResting ? resting : shapes[light]} />
      </svg>
      {word}
    </span>
  );
}
