import type { Light } from '@antrean/domain';
import type { BoardWords } from '@antrean/ui';

// A shape of its own for each, so that the lights differ without their colours.
const shapes: Readonly<Record<Light, string>> = {
  green: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
  amber: 'M8 1 15 8 8 15 1 8Z',
  red: 'M8 1.500 15.500 14.500H.500Z',
  grey: 'M3 7h10v2H3Z',
};

/** The traffic light of a queue: shape, word and colour. */
export function LightSign({ light, words }: { light: Light; words: BoardWords }) {
  return (
    <span class={`light light-${light}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[light]} />
      </svg>
      {words.board.queues.lights[light]}
    </span>
  );
}
