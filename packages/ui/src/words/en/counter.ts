import type { counter as id } from '../id/counter.ts';

const pauseReasons = {
  meal: 'Meal break',
  prayer: 'Prayer',
  systemDown: 'System fault',
  meeting: 'Meeting',
  stretching: 'Stretching',
  fridayPrayer: 'Friday prayer',
  other: 'Other',
};

export const counter = {
  title: 'Counter',
  loading: 'Preparing the counter …',
  unknownCounter: (id: string) => `Counter “${id}” is not in this mall’s data.`,
  unknownDevice: 'This device is not enrolled',
  unknownDeviceHelp: 'Ask the mall’s manager to enrol this device as a counter, then reload the page.',

  picker: {
    title: 'Choose a counter',
    hint: 'Every counter of the demonstration has its device and its officer.',
    search: 'Search by counter number, agency or track',
    found: (n: number) => (n === 1 ? '1 counter' : `${n} counters`),
    none: 'No counter matches.',
    change: 'Change counter',
  },
  signIn: {
    title: 'Sign in at the counter',
    officer: 'Officer’s name',
    pin: 'PIN',
    submit: 'Sign in',
    demoPin: (pin: string) => `Demonstration PIN: ${pin}`,
    ended: 'Your session has ended or is used elsewhere. Sign in again to go on.',
    signedOut: 'You have signed out of this counter.',
  },

  header: {
    officer: 'Officer',
    signOut: 'Sign out',
    today: 'Today',
    served: (n: number) => `${n} served`,
    mean: (minutes: string) => `mean ${minutes} min`,
    more: (n: number) => `+${n} more`,
    language: 'Screen language',
    states: { closed: 'Closed', open: 'Open', paused: 'Paused' },
    since: (time: string) => `since ${time}`,
    shortcutsOn: 'Shortcuts: on',
    shortcutsOff: 'Shortcuts: off',
  },
  banner: {
    lost: (age: string) => `Connection lost ${age} ago.`,
    lostHelp: 'What you see may have changed. Buttons are still tried at the server.',
    joining: 'Connecting to the server. What you see may have changed.',
    pauseMall: (reason: string) => `The whole mall is paused: ${reason}`,
    pauseAgency: (agency: string, reason: string) => `${agency} is paused: ${reason}`,
    until: (time: string) => `until ${time}`,
    dayClosed: 'The service day is not open yet.',
  },

  closed: {
    title: 'Counter closed',
    waiting: (n: number) =>
      n === 0
        ? 'Nobody is waiting yet.'
        : n === 1
          ? '1 person is waiting in this counter’s queues.'
          : `${n} people are waiting in this counter’s queues.`,
  },
  paused: {
    title: 'Counter paused',
    line: (reason: string, duration: string) => `${reason} · for ${duration}`,
    waiting: (n: number) =>
      n === 0
        ? 'Nobody is waiting.'
        : n === 1
          ? '1 person is waiting. The number stays valid.'
          : `${n} people are waiting. Their numbers stay valid.`,
  },
  idle: {
    next: 'Next',
    nobody: 'Nobody is waiting yet',
    nobodyHelp: 'The next number appears here as soon as a visitor takes a ticket.',
    waiting: (n: number) => `${n} waiting`,
    paused: (n: number) => (n === 1 ? '1 waiting, the number stays valid' : `${n} waiting, their numbers stay valid`),
  },
  called: {
    title: 'Called',
    call: (n: number) => `Call ${n}`,
    lastCall: 'Last call',
    ago: (duration: string) => `${duration} ago`,
  },
  serving: { title: 'Serving', elapsed: 'Time of service', outcome: 'Finish with outcome' },
  ticket: {
    waited: (duration: string) => `Waited ${duration}`,
    languages: { id: 'Bahasa Indonesia', en: 'English', ms: 'Bahasa Melayu', zh: '中文' },
    papers: 'Papers to bring',
    noPapers: 'No special papers.',
    otherLegs: 'Other services of this visit',
    why: 'Why this number',
  },
  reasons: {
    arrival: (since: string) => `In order of arrival: took the number at ${since}.`,
    credit: (since: string) => `Came to the mall at ${since}; the time waited since then still counts.`,
    headStart: (since: string, minutes: number) => `Priority: came at ${since}, counted as ${minutes} minutes earlier.`,
    reportedBack: (since: string) => `Reported back after being missed; came at ${since}.`,
    resumed: (since: string) => `Back after being set aside; came at ${since}, the turn is kept.`,
    picked: (text: string) => `Called out of order by the officer: ${text}`,
  },

  actions: {
    open: 'Open counter',
    callNext: 'Call next',
    start: 'Start service',
    recall: 'Call again',
    lastCall: 'Make the last call',
    noShow: 'Pass over',
    park: 'Set aside',
    transfer: 'Transfer',
    forward: 'Forward',
    finish: 'Finish',
    cancel: 'Cancel',
    pause: 'Pause',
    resume: 'Resume counter',
    close: 'Close counter',
    requeue: 'Report back',
    unpark: 'Is back',
    space: 'Space',
  },
  outcomes: {
    done: 'Done',
    fileReceived: 'File received',
    papersMissing: 'Papers missing',
    wrongCounter: 'Wrong counter',
    cancelled: 'Cancelled',
    forwarded: 'Forwarded',
  },
  why: {
    nobodyWaits: 'Nobody is waiting yet.',
    paused: (reason: string) => `Paused: ${reason}. Numbers stay valid.`,
    dayClosed: 'The service day is not open yet. The counter can open after that.',
    busy: (number: string) => `${number} is still at this counter. Finish, set aside or transfer first.`,
    tooFewCalls: (left: number) =>
      left === 1 ? 'Call once more before passing over.' : `Call ${left} more times before passing over.`,
    lastCallMade: 'The last call has been made. This number may be passed over.',
  },
  failure: {
    intro: (action: string) => `${action} did not succeed.`,
    again: 'Safe to press again.',
  },

  lists: {
    title: 'This counter’s queues',
    waiting: 'Waiting',
    held: 'Cannot be called yet',
    parked: 'Set aside',
    missed: 'Missed',
    none: 'Empty',
    more: (n: number) => `and ${n} more`,
    wait: (minutes: number) => `${minutes} min`,
    until: (time: string) => `until ${time}`,
    missedAt: (time: string) => `missed ${time}`,
    final: 'Lapsed, needs a new number',
    atCounter: (name: string) => `at counter ${name} now`,
    afterLeg: 'waits for the service before it',
    agencyPaused: (agency: string) => `${agency} is paused`,
    elsewhere: 'at another counter now',
  },
  legStates: { waiting: 'waiting', called: 'called', serving: 'being served', parked: 'set aside', no_show: 'missed' },

  pauseReasons,
  pauseDialog: { title: 'Pause for what?', help: 'Nobody is called during a pause. Visitors’ numbers stay valid.' },
  parkDialog: {
    title: (number: string) => `Set ${number} aside for how long?`,
    help: 'For a photocopy, say. After that the number takes its turn again by itself.',
    minutes: (n: number) => `${n} minutes`,
    until: (time: string) => `until ${time}`,
  },
  cancelDialog: {
    title: (number: string) => `Cancel ${number}?`,
    help: 'The ticket ends. A visitor who comes back needs a new number.',
    confirm: 'Yes, cancel',
    keep: 'No',
  },
  serviceDialog: {
    transfer: (number: string) => `Transfer ${number} to which service?`,
    transferHelp: 'The number stays the same and the time waited still counts.',
    forward: (number: string) => `Forward ${number} to which service?`,
    forwardHelp: 'This service is finished; the same number waits for the services chosen.',
    search: 'Search for a service or an agency',
    none: 'No service matches.',
    ahead: (n: number) => `${n} waiting`,
    noCounter: 'no counter open yet',
    inOrder: 'One after the other, in this order',
    inOrderHelp: 'The next service waits only when the one before it is finished.',
    chosen: 'Chosen',
    remove: (service: string) => `Remove ${service}`,
    confirmForward: (n: number) => (n > 1 ? `Forward to ${n} services` : 'Forward'),
    pick: 'Choose one service or more.',
    results: (n: number) => (n === 1 ? '1 service found' : `${n} services found`),
  },
  duration: {
    seconds: (n: number) => `${n} s`,
    minutes: (n: number) => `${n} min`,
    hours: (h: number, m: number) => (m === 0 ? `${h} h` : `${h} h ${m} min`),
    underMinute: 'less than 1 min',
  },
} satisfies typeof id;
