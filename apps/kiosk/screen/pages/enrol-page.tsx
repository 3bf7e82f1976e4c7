import { sentenceFor } from '@antrean/protocol';
import { enrolStation } from '@antrean/station/bridge';
import { EnrolForm, useLanguage } from '@antrean/ui';

/** A kiosk that nobody has enrolled asks for its code, and begins anew once it is known. */
export function EnrolPage({ wasShutOut }: { readonly wasShutOut: boolean }) {
  const [language, onLanguage] = useLanguage();
  const onEnrol = async (code: string) => {
    const refusal = await enrolStation(code, (url, init) => fetch(url, init));
    if (refusal !== null) return sentenceFor(language, refusal);
    location.reload();
    return null;
  };
  return <EnrolForm kind="kiosk" {...{ wasShutOut, language, onLanguage, onEnrol }} />;
}
