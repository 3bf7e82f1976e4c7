import { entryWordsIn, type KioskWords } from '@antrean/ui';
import { useState } from 'preact/hooks';
import { ConnectingPage } from './connecting-page.tsx';
import { EnrolPage } from './enrol-page.tsx';

/** The server no longer knows this kiosk: visitors are sent to the desk, and whoever looks after it finds the field for a new code. */
export function NotEnrolledPage({ words }: { readonly words: KioskWords }) {
  const [isStaff, setIsStaff] = useState(false);
  if (isStaff) return <EnrolPage wasShutOut />;
  return (
    <ConnectingPage words={words} isHopeless>
      <button type="button" class="connecting-staff" onClick={() => setIsStaff(true)}>
        {entryWordsIn('id').enrol.title.kiosk}
      </button>
    </ConnectingPage>
  );
}
