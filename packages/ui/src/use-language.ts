import { useEffect, useState } from 'preact/hooks';
import { type ScreenLanguage, screenLanguages } from './words/words.ts';

const kept = 'antrean.language';

/** The language of a page that one person reads: from `?lang=`, else what was chosen here before, else Indonesian. */
export function useLanguage(): readonly [ScreenLanguage, (language: ScreenLanguage) => void] {
  const [language, setLanguage] = useState(chosenBefore);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (chosen: ScreenLanguage) => {
    localStorage.setItem(kept, chosen);
    setLanguage(chosen);
  };
  return [language, choose];
}

function chosenBefore(): ScreenLanguage {
  const wanted = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(kept);
  return screenLanguages.find((language) => language === wanted) ?? 'id';
}
