import { type OfficerRole, officerRoles } from '@antrean/domain';
import { useState } from 'preact/hooks';
import { ActForm } from './act-form.tsx';
import type { Person, Scene } from './scene.ts';
import type { ShownSecrets } from './secret-dialog.tsx';
import { useAct } from './use-act.ts';

type PersonFormProps = {
  readonly scene: Scene;
  /** Null for somebody who is new. */
  readonly person: Person | null;
  readonly onSecrets: (secrets: ShownSecrets) => void;
  readonly onClose: () => void;
};

/** Somebody's name and roles; who is new gets a sign-in name, and first secrets to hand over. */
export function PersonForm({ scene, person, onSecrets, onClose }: PersonFormProps) {
  const { words, station, refresh } = scene;
  const act = useAct(station, refresh);
  const [lacksRole, setLacksRole] = useState(false);
  const submit = async (fields: FormData) => {
    const roles = officerRoles.filter((role) => fields.getAll('role').includes(role));
    setLacksRole(roles.length === 0);
    if (roles.length === 0) return;
    const name = String(fields.get('name')).trim();
    if (person) {
      if (await act.give('change-officer', { officerId: person.id }, { name, roles })) onClose();
      return;
    }
    const made = await act.give('add-officer', {}, { name, login: String(fields.get('login')).trim(), roles });
    if (made) onSecrets({ name, pin: made.pin, password: made.password });
  };
  return (
    <ActForm
      {...{ scene, act, onClose }}
      title={person ? words.changePerson : words.addPerson}
      confirm={person ? words.save : words.addPerson}
      onSubmit={(fields) => void submit(fields)}
    >
      <label class="access-field">
        {words.name}
        <input name="name" required maxLength={60} autocomplete="off" defaultValue={person?.name ?? ''} />
      </label>
      {!person && (
        <label class="access-field">
          {words.login}
          <input
            name="login"
            required
            minLength={2}
            maxLength={32}
            pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            title={words.loginHint}
          />
          <small>{words.loginHint}</small>
        </label>
      )}
      <fieldset class="access-choices">
        <legend>{words.roles}</legend>
        {officerRoles.map((role) => (
          <Choice key={role} {...{ role, words }} isHeld={person?.roles.includes(role) ?? role === 'officer'} />
        ))}
      </fieldset>
      {lacksRole && (
        <p class="access-failed" role="alert">
          {words.chooseRole}
        </p>
      )}
    </ActForm>
  );
}

function Choice({ role, words, isHeld }: { role: OfficerRole; words: Scene['words']; isHeld: boolean }) {
  return (
    <label class="access-choice">
      <input type="checkbox" name="role" value={role} defaultChecked={isHeld} />
      <span>
        <strong>{words.role[role]}</strong> <small>{words.roleHint[role]}</small>
      </span>
    </label>
  );
}
