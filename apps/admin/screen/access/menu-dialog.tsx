type MenuItemProps = {
  readonly title: string;
  readonly text: string;
  readonly isDangerous?: boolean;
  readonly onChoose: () => void;
};

/** One thing that can be done, with what it leads to. */
export function MenuItem({ title, text, isDangerous, onChoose }: MenuItemProps) {
  return (
    <button type="button" class={isDangerous ? 'access-item access-item-danger' : 'access-item'} onClick={onChoose}>
      <strong>{title}</strong>
      <span>{text}</span>
    </button>
  );
}
