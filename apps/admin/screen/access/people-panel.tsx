import { AccessTable, ManageCell } from './access-table.tsx';
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
    <AccessTable
      scene={scene}
      title={words.people}
      add={words.addPerson}
      columns={[words.name, words.login, words.roles, words.state]}
      onAdd={onAdd}
    >
      {inOrder.map((person) => (
        <tr key={person.id} class={person.isActive ? '' : 'row-closed'}>
          <th scope="row">{person.name}</th>
          <td>{person.login}</td>
          <td class="access-roles">{person.roles.map((role) => words.role[role] ?? role).join(', ')}</td>
          <td>
            <StateOf {...{ scene, person }} />
          </td>
          <ManageCell scene={scene} name={person.name} onManage={() => onManage(person.id)} />
        </tr>
      ))}
    </AccessTable>
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
