import { sentenceFor } from '@antrean/protocol';
import { EnrolForm, useLanguage } from '@antrean/ui';

type EnrolPageProps = {
  /** Whether it was enrolled a moment ago. */
  readonly wasShutOut: boolean;
  /** Gives back the code of the refusal, null when this device is enrolled now. */
  readonly enrol: (code: string) => Promise<string | null>;
};

/** A counter that the server does not know asks for its code, and begins anew once it is known. */
export function EnrolPage({ wasShutOut, enrol }: EnrolPageProps) {
  const [language, onLanguage] = useLanguage();
  const onEnrol = async (code: string) => {
    const refusal = await enrol(code);
    if (refusal !== null) return sentenceFor(language, refusal);
    location.reload();
    return null;
  };
  return <EnrolForm kind="counter" {...{ wasShutOut, language, onLanguage, onEnrol }} />;
}
