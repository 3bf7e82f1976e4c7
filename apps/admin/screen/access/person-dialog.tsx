import { useState } from 'preact/hooks';
import { ActForm } from './act-form.tsx';
import { MenuDialog, MenuItem } from './menu-dialog.tsx';
import { PersonForm } from './person-form.tsx';
import type { Person, Scene } from './scene.ts';
import type { ShownSecrets } from './secret-dialog.tsx';
import { useAct } from './use-act.ts';

type PersonDialogProps = {
  readonly scene: Scene;
  readonly person: Person;
  readonly onSecrets: (secrets: ShownSecrets) => void;
  readonly onClose: () => void;
};

type Wanted = 'change' | 'reset' | 'signOut' | 'deactivate' | 'reactivate' | null;

/** What a manager can do about one person. */
export function PersonDialog({ scene, person, onSecrets, onClose }: PersonDialogProps) {
  const { words, station, refresh } = scene;
  const act = useAct(station, refresh);
  const [wanted, setWanted] = useState<Wanted>(null);
  const params = { officerId: person.id };
  const closeWhen = (done: unknown) => {
    if (done) onClose();
  };
  const form = { scene, act, onClose };
  switch (wanted) {
    case 'change':
      return <PersonForm {...{ scene, person, onSecrets, onClose }} />;
    case 'reset': {
      const reset = async () => {
        const made = await act.give('reset-secret', params, {});
        if (made) onSecrets({ name: person.name, ...made });
      };
      return (
        <ActForm
          {...form}
          title={person.name}
          help={words.resetText}
          confirm={words.reset}
          onSubmit={() => void reset()}
        />
      );
    }
    case 'signOut':
      return (
        <ActForm
          {...form}
          title={person.name}
          help={words.signOutText}
          confirm={words.signOutPerson}
          onSubmit={() => void act.give('sign-out-officer', params, {}).then(closeWhen)}
        />
      );
    case 'deactivate':
      return (
        <ActForm
          {...form}
          title={person.name}
          help={words.deactivateText}
          confirm={words.confirmDeactivate(person.name)}
          isDangerous
          onSubmit={() => void act.give('deactivate-officer', params, {}).then(closeWhen)}
        />
      );
    case 'reactivate':
      return (
        <ActForm
          {...form}
          title={person.name}
          help={words.reactivateText}
          confirm={words.reactivate}
          onSubmit={() => void act.give('reactivate-officer', params, {}).then(closeWhen)}
        />
      );
    default:
      return (
        <MenuDialog scene={scene} title={person.name} help={person.login} onClose={onClose}>
          <MenuItem
            title={words.changePerson}
            text={person.roles.map((role) => words.role[role] ?? role).join(', ')}
            onChoose={() => setWanted('change')}
          />
          <MenuItem title={words.reset} text={words.resetText} onChoose={() => setWanted('reset')} />
          <MenuItem title={words.signOutPerson} text={words.signOutText} onChoose={() => setWanted('signOut')} />
          {person.isActive ? (
            <MenuItem
              title={words.deactivate}
              text={words.deactivateText}
              isDangerous
              onChoose={() => setWanted('deactivate')}
            />
          ) : (
            <MenuItem title={words.reactivate} text={words.reactivateText} onChoose={() => setWanted('reactivate')} />
          )}
        </MenuDialog>
      );
  }
}
