import { LanguageSwitch, type ScreenLanguage, type Words } from '@antrean/ui';
import { Icon } from './icon.tsx';
import './top-bar.css';

/** Above every inner page: the way back, the way to the start, the language. */
export function TopBar(props: {
  words: Words;
  language: ScreenLanguage;
  onLanguage: (language: ScreenLanguage) => void;
  onBack: () => void;
  isLocked?: boolean;
}) {
  const { words, language, onLanguage, onBack, isLocked = false } = props;
  return (
    <div class="top-bar">
      <button type="button" class="button-quiet top-bar-back" onClick={onBack} disabled={isLocked}>
        <Icon name="back" />
        {words.common.back}
      </button>
      <LanguageSwitch language={language} label={words.kiosk.chooseLanguage} onChoose={onLanguage} />
    </div>
  );
}
