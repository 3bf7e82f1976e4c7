import { ScrollBox } from '@antrean/ui';
import type { ComponentChildren } from 'preact';
import type { Scene } from './scene.ts';

type AccessTableProps = {
  readonly scene: Scene;
  readonly title: string;
  readonly add: string;
  /** Heads of the columns before the button that leads on. */
  readonly columns: readonly string[];
  /** Said instead of an empty table. */
  readonly none?: string | undefined;
  readonly note?: string | null;
  readonly onAdd: () => void;
  /** Rows, each ending in a `ManageCell`. */
  readonly children: ComponentChildren;
};

/** Those who may come in, one a row, and the button for one more. */
export function AccessTable({ scene, title, add, columns, none, note, onAdd, children }: AccessTableProps) {
  return (
    <div class="panel access-panel">
      <div class="access-head">
        <h2>{title}</h2>
        <button type="button" class="access-add" onClick={onAdd}>
          {add}
        </button>
      </div>
      {none !== undefined ? (
        <p class="access-none">{none}</p>
      ) : (
        <ScrollBox class="table-scroll" label={title}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
                <th scope="col">
                  <span class="visually-hidden">{scene.words.manage}</span>
                </th>
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </ScrollBox>
      )}
      {note && <p class="panel-note">{note}</p>}
    </div>
  );
}

type ManageCellProps = { readonly scene: Scene; readonly name: string; readonly onManage: () => void };

/** The end of a row: what can be done about this one. */
export function ManageCell({ scene, name, onManage }: ManageCellProps) {
  const { manage, manageName } = scene.words;
  return (
    <td class="access-end">
      <button type="button" class="access-manage" aria-label={manageName(name)} onClick={onManage}>
        {manage}
      </button>
    </td>
  );
}
