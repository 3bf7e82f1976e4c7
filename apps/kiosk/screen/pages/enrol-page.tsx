import { sentenceFor } from '@antrean/protocol';
import { enrolStation } from '@antrean/station/bridge';
import { EnrolForm, kioskWordsIn, longestCode, useLanguage } from '@antrean/ui';
import { useRef } from 'preact/hooks';
import { ScreenKeyboard } from '../parts/screen-keyboard.tsx';
import './enrol-page.css';

/** A kiosk that nobody has enrolled asks for its code, with keys on the glass, and begins anew once it is known. */
export function EnrolPage({ wasShutOut }: { readonly wasShutOut: boolean }) {
  const [language, onLanguage] = useLanguage();
  const page = useRef<HTMLDivElement>(null);
  const onEnrol = async (code: string) => {
    const refusal = await enrolStation(code, (url, init) => fetch(url, init));
    if (refusal !== null) return sentenceFor(language, refusal);
    location.reload();
    return null;
  };
  const onKey = (change: (text: string) => string) => {
    const field = page.current?.querySelector('input');
    if (!field) return;
    field.value = change(field.value).slice(0, longestCode);
    field.focus();
  };
  const keys = <ScreenKeyboard words={kioskWordsIn(language)} hasSpace={false} onKey={onKey} />;
  return (
    <div class="enrol-page" ref={page}>
      <EnrolForm kind="kiosk" {...{ wasShutOut, language, onLanguage, onEnrol, keys }} />
    </div>
  );
}
