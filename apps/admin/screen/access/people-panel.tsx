import { ScrollBox } from '@antrean/ui';
import type { Person, Scene } from './scene.ts';

type PeoplePanelProps = {
  readonly scene: Scene;
  readonly people: readonly Person[];
  readonly onAdd: () => void;
  readonly onManage: (officerId: string) => void;
};

/** Everybody who works with the queue; who has left comes last. */
export function PeoplePanel({ scene, people, onAdd, onManage }: PeoplePanelProps) {
  const { words } = scene;
  const inOrder = people.toSorted((a, b) => Number(b.isActive) - Number(a.isActive));
  return (
    <div class="panel access-panel">
      <div class="access-head">
        <h2>{words.people}</h2>
        <button type="button" class="access-add" onClick={onAdd}>
          {words.addPerson}
        </button>
      </div>
      <ScrollBox class="table-scroll" label={words.people}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.login}</th>
              <th scope="col">{words.roles}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">
                <span class="visually-hidden">{words.manage}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {inOrder.map((person) => (
              <tr key={person.id} class={person.isActive ? '' : 'row-closed'}>
                <th scope="row">{person.name}</th>
                <td>{person.login}</td>
                <td class="access-roles">{person.roles.map((role) => words.role[role] ?? role).join(', ')}</td>
                <td>
                  <StateOf {...{ scene, person }} />
                </td>
                <td class="access-end">
                  <button
                    type="button"
                    class="access-manage"
                    aria-label={words.manageName(person.name)}
                    onClick={() => onManage(person.id)}
                  >
                    {words.manage}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}

function StateOf({ scene, person }: { readonly scene: Scene; readonly person: Person }) {
  const { personState } = scene.words;
  const place = person.signedInAt.find((at) => at !== null);
  if (!person.isActive) return <span class="access-sign access-shut">{personState.left}</span>;
  if (place) return <span class="access-sign access-good">{personState.at(place)}</span>;
  if (person.signedInAt.length > 0) return <span class="access-sign access-good">{personState.here}</span>;
  if (person.isInitial) return <span class="access-sign access-open">{personState.initial}</span>;
  return <span>{personState.out}</span>;
}
