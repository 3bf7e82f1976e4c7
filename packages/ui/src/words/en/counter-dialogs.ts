import type { counterDialogs as id } from '../id/counter-dialogs.ts';

export const counterDialogs = {
  leftAlone: (queues: string, waiting: number) =>
    `No other counter is open for ${queues}: ${waiting} ${waiting === 1 ? 'person waits' : 'people wait'} with nobody to call them. Ask the supervisor to open another one first.`,
  pauseDialog: { title: 'Pause for what?', help: 'Nobody is called during a pause. Visitors’ numbers stay valid.' },
  parkDialog: {
    title: (number: string) => `Set ${number} aside for how long?`,
    help: 'For a photocopy, say. After that the number takes its turn again by itself.',
    photocopy: (n: number) => `Photocopy, ${n} minutes`,
    minutes: (n: number) => `${n} minutes`,
    until: (time: string) => `until ${time}`,
    own: 'Another time, in minutes',
    ownHint: '45, say',
    ownConfirm: 'Set aside',
  },
  pickDialog: {
    title: (number: string) => `Call ${number} out of order?`,
    help: 'Choose the reason. This call is recorded and the manager sees it.',
  },
  noteDialog: {
    title: (number: string) => `Note for ${number}`,
    help: 'The next counter’s officer reads it; it is deleted after today. Write no name, identity or phone number.',
    label: 'Text of the note',
    save: 'Save',
    left: (n: number) => (n === 1 ? '1 character left' : `${n} characters left`),
  },
  closeDialog: {
    title: 'Close this counter?',
    help: (n: number) =>
      n === 0
        ? 'Nobody is waiting in this counter’s queues.'
        : n === 1
          ? '1 person is still waiting in this counter’s queues.'
          : `${n} people are still waiting in this counter’s queues.`,
    confirm: 'Yes, close',
  },
  /** What the officer is told when a supervisor has closed the counter. */
  closingDialog: {
    closed: 'A supervisor has closed this counter',
    moved: (to: string) => `This counter’s queue has moved to counter ${to}`,
    by: (officer: string, time: string) => `By ${officer} at ${time}, because:`,
    reasons: {
      left: 'Nobody was at the counter',
      staff: 'The officer is needed elsewhere',
      fault: 'The counter’s equipment failed',
      over: 'The counter’s work is done',
      other: 'Another reason; ask the supervisor',
    },
    released: (number: string) => `${number} waits again in its old place.`,
    goesOn: (to: string) => `Counter ${to} calls its visitors now. This counter is closed.`,
    again: 'The counter is closed. If need be, open it again after a word with the supervisor.',
    read: 'I understand',
  },
  signOutDialog: {
    title: 'Sign out without closing?',
    help: (isPaused: boolean): string =>
      isPaused
        ? 'The counter stays paused in your name. Close it first if your work here is over.'
        : 'The counter still counts as open. Close it first if your work here is over.',
    withVisitor: (number: string) => `${number} is still at this counter. Sign out all the same?`,
    withVisitorHelp: 'The number stays held at this counter. Finish, set aside or transfer first.',
    confirm: 'Yes, sign out',
  },
  help: {
    button: 'Shortcuts',
    title: 'Keyboard shortcuts',
    text: 'Letter keys work while no question is open.',
    visitor: 'Visitor',
    outcomes: 'Finish with outcome',
    counter: 'Counter',
    main: 'The large button',
    lists: 'To the lists',
    undo: 'Undo the last step',
    turnOff: 'Turn letter keys off',
    turnOn: 'Turn letter keys on',
  },
  cancelDialog: {
    title: (number: string) => `Cancel ${number}?`,
    help: 'The ticket ends. A visitor who comes back needs a new number.',
    confirm: 'Yes, cancel',
  },
  serviceDialog: {
    transfer: (number: string) => `Transfer ${number} to which service?`,
    transferHelp: 'The number stays the same and the time waited still counts.',
    forward: (number: string) => `Forward ${number} to which service?`,
    forwardHelp: 'This service is finished; the same number waits for the services chosen.',
    search: 'Search for a service or an agency',
    none: 'No service matches.',
    ahead: (n) => `${n} ahead`,
    noCounter: 'no counter open yet',
    inOrder: 'One after the other, in this order',
    inOrderHelp: 'The next service waits only when the one before it is finished.',
    chosen: 'Chosen',
    remove: (service: string) => `Remove ${service}`,
    confirmForward: (n: number) => (n > 1 ? `Forward to ${n} services` : 'Forward'),
    pick: 'Choose one service or more.',
    results: (n: number) => (n === 1 ? '1 service found.' : `${n} services found.`),
    enterTakes: (service: string) => `Enter chooses ${service}.`,
  },
} satisfies typeof id;
