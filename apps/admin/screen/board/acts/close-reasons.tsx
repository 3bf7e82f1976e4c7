import { type CloseReason, closeReasons } from '@antrean/domain';
import type { Scene } from '../scene.ts';
import { Choices } from './choices.tsx';

type CloseReasonsProps = {
  readonly scene: Scene;
  readonly chosen: CloseReason;
  readonly onChoose: (reason: CloseReason) => void;
};

/** Why a counter is closed for its officer, who will read it. */
export function CloseReasons({ scene, chosen, onChoose }: CloseReasonsProps) {
  const { closing } = scene.locale.words.acts;
  return (
    <Choices
      legend={closing.legend}
      options={closeReasons.map((value) => ({ value, label: closing.reasons[value] }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
