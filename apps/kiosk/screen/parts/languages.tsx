import { LanguageChoice } from '@antrean/ui';
import type { Scene, Walk } from '../scene.ts';
import './languages.css';

/** What the visitor may read this kiosk in, on every page. */
export function Languages({ scene, walk }: { scene: Scene; walk: Walk }) {
  return (
    <LanguageChoice
      offered={scene.languages}
      language={scene.language}
      label={scene.words.kiosk.chooseLanguage}
      onChoose={(language) => walk({ kind: 'language', language })}
    />
  );
}
