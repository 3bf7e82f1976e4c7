import { Dialog } from '@antrean/ui';
import type { ComponentChildren } from 'preact';
import type { Scene } from './scene.ts';
import '../menu.css';

type MenuDialogProps = {
  readonly scene: Scene;
  readonly title: string;
  readonly help: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
};

/** What can be done about one person or device, to choose from. */
export function MenuDialog({ scene, title, help, onClose, children }: MenuDialogProps) {
  return (
    <Dialog title={title} help={help} onClose={onClose}>
      <div class="menu">{children}</div>
      <div class="dialog-end">
        <button type="button" class="access-manage" onClick={onClose}>
          {scene.words.back}
        </button>
      </div>
    </Dialog>
  );
}

type MenuItemProps = {
  readonly title: string;
  readonly text: string;
  readonly isDangerous?: boolean;
  readonly onChoose: () => void;
};

/** One thing that can be done, with what it leads to. */
export function MenuItem({ title, text, isDangerous, onChoose }: MenuItemProps) {
  return (
    <button type="button" class={isDangerous ? 'menu-item menu-item-danger' : 'menu-item'} onClick={onChoose}>
      <strong>{title}</strong>
      <span>{text}</span>
    </button>
  );
}
