import type { CatalogueAnswer } from '@antrean/protocol';
import { accessWordsIn, LanguageSwitch, type ScreenLanguage } from '@antrean/ui';
import { useState } from 'preact/hooks';
import type { Inside } from '../entry/manager-gate.tsx';
import '../overview.css';
import './access.css';
import { BackupPanel } from './backup-panel.tsx';
import { CodeDialog, type ShownCode } from './code-dialog.tsx';
import { DeviceDialog } from './device-dialog.tsx';
import { DeviceForm } from './device-form.tsx';
import { DevicesPanel } from './devices-panel.tsx';
import { LogPanel } from './log-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { PersonForm } from './person-form.tsx';
import type { Scene } from './scene.ts';
import { SecretDialog, type ShownSecrets } from './secret-dialog.tsx';
import { SoundPanel } from './sound-panel.tsx';
import { useDoors } from './use-doors.ts';

type AccessPageProps = Inside & {
  readonly mall: CatalogueAnswer;
  readonly language: ScreenLanguage;
  readonly onLanguage: (language: ScreenLanguage) => void;
};

/** What stands in front of the page. */
type Open =
  | { readonly kind: 'addPerson' }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'secrets'; readonly secrets: ShownSecrets }
  | { readonly kind: 'addDevice' }
  | { readonly kind: 'device'; readonly id: string }
  | { readonly kind: 'code'; readonly code: ShownCode }
  | null;

/** People and devices: who may come in, and the record of it. */
export function AccessPage({ station, manager, leave, mall, language, onLanguage }: AccessPageProps) {
  const words = accessWordsIn(language);
  const [now, refresh] = useDoors(station, () => leave('ended'));
  const [open, setOpen] = useState<Open>(null);
  const scene: Scene = {
    ...{ station, language, words },
    catalogue: mall.catalogue,
    publicUrl: mall.publicUrl.replace(/\/$/, ''),
    refresh: () => void refresh(),
  };
  return (
    <div class="overview access">
      <header class="overview-head">
        <div class="overview-title">
          <a href="/admin/">← {words.overview}</a>
          <h1>{words.title}</h1>
          <p>
            {mall.catalogue.site.name}. {words.intro}
          </p>
        </div>
        <div class="overview-now">
          <span class="access-me">{manager.name}</span>
          <button type="button" class="overview-out" onClick={() => leave('signedOut')}>
            {words.signOut}
          </button>
          <LanguageSwitch language={language} label={words.title} onChoose={onLanguage} />
        </div>
      </header>
      <main class="overview-main">
        {now ? (
          <>
            <DevicesPanel
              scene={scene}
              devices={now.doors.devices}
              onAdd={() => setOpen({ kind: 'addDevice' })}
              onManage={(id) => setOpen({ kind: 'device', id })}
            />
            <PeoplePanel
              scene={scene}
              people={now.doors.officers}
              onAdd={() => setOpen({ kind: 'addPerson' })}
              onManage={(id) => setOpen({ kind: 'person', id })}
            />
            <SoundPanel scene={scene} />
            <BackupPanel scene={scene} />
            <LogPanel scene={scene} entries={now.log} />
          </>
        ) : (
          <p class="overview-wait" role="status">
            {words.working}
          </p>
        )}
      </main>
      {now && <Front {...{ scene, open }} doors={now.doors} onOpen={setOpen} />}
    </div>
  );
}

type FrontProps = {
  readonly scene: Scene;
  readonly open: Open;
  readonly doors: NonNullable<ReturnType<typeof useDoors>[0]>['doors'];
  readonly onOpen: (next: Open) => void;
};

function Front({ scene, open, doors, onOpen }: FrontProps) {
  const onClose = () => onOpen(null);
  const onCode = (code: ShownCode) => onOpen({ kind: 'code', code });
  const onSecrets = (secrets: ShownSecrets) => onOpen({ kind: 'secrets', secrets });
  switch (open?.kind) {
    case 'addPerson':
      return <PersonForm {...{ scene, onSecrets, onClose }} person={null} />;
    case 'person': {
      const person = doors.officers.find(({ id }) => id === open.id);
      return person ? <PersonDialog key={person.id} {...{ scene, person, onSecrets, onClose }} /> : null;
    }
    case 'secrets':
      return <SecretDialog {...{ scene, onClose }} secrets={open.secrets} />;
    case 'addDevice':
      return <DeviceForm {...{ scene, onCode, onClose }} />;
    case 'device': {
      const device = doors.devices.find(({ id }) => id === open.id);
      return device ? <DeviceDialog key={device.id} {...{ scene, device, onCode, onClose }} /> : null;
    }
    case 'code': {
      const device = doors.devices.find(({ id }) => id === open.code.deviceId);
      return <CodeDialog {...{ scene, onClose }} code={open.code} isUsed={device?.codeUntil === null} />;
    }
    default:
      return null;
  }
}
