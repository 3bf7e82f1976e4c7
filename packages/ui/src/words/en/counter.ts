import type { counter as id } from '../id/counter.ts';
import { counterAnswers } from './counter-answers.ts';
import { counterDialogs } from './counter-dialogs.ts';

const pauseReasons = {
  meal: 'Meal break',
  prayer: 'Prayer',
  systemDown: 'System fault',
  meeting: 'Meeting',
  stretching: 'Stretching',
  fridayPrayer: 'Friday prayer',
  other: 'Other',
};

const pickReasons = {
  frail: 'Needs help at once',
  child: 'With a small child',
  returned: 'Back with the papers',
  appointment: 'Has an appointment',
  error: 'Called by mistake',
  other: 'Other reason',
};

export const counter = {
  title: 'Counter',
  loading: 'Preparing the counter …',
  unknownCounter: (id: string) => `Counter “${id}” is not in this mall’s data.`,
  unknownDevice: 'This device is not enrolled',
  unknownDeviceHelp: 'Ask the mall’s manager to enrol this device as a counter, then reload the page.',
  notCounter: 'This device is not a counter',
  notCounterHelp:
    'This device is enrolled for another task. Ask the mall manager to give this counter a device of its own.',

  tray: {
    title: 'Antrean counter',
    present: (number: string) => `${number} called to this counter`,
    show: 'Show the counter',
    next: 'Call next',
    taken: (keys: string) => `${keys} belongs to another program`,
    startsWithPc: 'Open when the computer starts',
    quit: 'Quit',
    hidden: 'The counter goes on in here. To close the program, choose Quit.',
    crashed: 'The counter page keeps stopping. Start this program again; if it happens again, call the manager.',
    view: 'View',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    zoomReset: 'Normal size',
  },

  picker: {
    title: 'Choose a counter',
    hint: 'Every counter of the demonstration has its device and its officer.',
    search: 'Search by counter number, agency or track',
    found: (n: number) => (n === 1 ? '1 counter' : `${n} counters`),
    none: 'No counter matches.',
    change: 'Change counter',
    mayPick: 'may call out of order',
  },
  signIn: {
    title: 'Sign in at the counter',
    /** Why the officer is here again. */
    ends: {
      ended: 'Your session has ended. Sign in again to go on.',
      idle: 'Your session ended because nobody touched this counter for 10 minutes. Sign in again to go on.',
      day: 'Your session ended after ten hours. Sign in again to go on.',
      signedOut: 'You have signed out of this counter.',
      manager: 'A manager ended your session. Sign in again, with the first PIN if yours was replaced.',
      shut: 'A manager has closed your access. Ask the manager.',
      again: 'You have signed in at this counter on another screen. Sign in again only if you work on this one.',
      counterTaken: (officer: string) => `${officer} has signed in at this counter. Sign in again only if you work it.`,
      elsewhere: (counter: string) =>
        `You have signed in at counter ${counter}, and an officer works at one counter only. Sign in again only if you are back here.`,
    },
  },
  otherTab: {
    title: 'This counter is open in another tab',
    help: 'A counter is worked from one tab, so that no press counts twice.',
    take: 'Use this tab',
  },

  header: {
    officer: 'Officer',
    signOut: 'Sign out',
    more: (n: number) => `+${n} more`,
    language: 'Screen language',
    states: { closed: 'Closed', open: 'Open', paused: 'Paused' },
    since: (time: string) => `since ${time}`,
  },
  banner: {
    changed: (track: string) => `A supervisor has changed what this counter works: ${track} track.`,
    changedQueues: (agencies: string) => `The next calls are for ${agencies}. Whoever is at the counter stays.`,
    read: 'I understand',
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
    shown: (n: number) => (n === 1 ? 'Shown on 1 display' : `Shown on ${n} displays`),
    notShown: 'Not yet shown on a display',
    onTheWay: 'On its way to the displays …',
    voice: {
      waiting: 'Waiting for the voice',
      speaking: (display: string) => `Speaking now on ${display}`,
      spoken: (display: string) => `Spoken on ${display}`,
      noSpeaker: 'No voice in this zone',
      old: 'Not spoken: waited too long',
      crowded: 'Not spoken: voice too busy',
      quiet: 'Not spoken: quiet hours',
      broken: 'Not spoken: the voice failed',
      unsure: 'Perhaps not spoken',
    },
  },
  serving: { title: 'Serving', elapsed: 'Time of service', outcome: 'Finish with outcome' },
  ticket: {
    waited: (duration: string) => `Waited ${duration}`,
    languages: { id: 'Bahasa Indonesia', en: 'English', ms: 'Bahasa Melayu', zh: '中文' },
    papers: 'Papers to bring',
    noPapers: 'No special papers.',
    visit: 'This visit',
    otherLegs: 'Other services of this visit',
    earlier: 'Earlier stops',
    notes: 'Officers’ notes',
    storyFailed: 'The visit’s history could not be read.',
    why: 'Why this number',
  },
  reasons: {
    arrival: (since: string) => `In order of arrival: took the number at ${since}.`,
    credit: (since: string) => `Came to the mall at ${since}; the time waited since then still counts.`,
    headStart: (since: string, minutes: number) => `Priority: came at ${since}, counted as ${minutes} minutes earlier.`,
    reportedBack: (since: string) => `Reported back after being missed; came at ${since}.`,
    resumed: (since: string) => `Back after being set aside; came at ${since}, the turn is kept.`,
    picked: (why: string) => `Called out of order by the officer: ${why.toLowerCase()}.`,
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
    note: 'Note',
    reprint: 'Print again',
    undo: 'Undo',
    pick: 'Call',
    signOut: 'Sign out',
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
    tooEarly: (action: string) => `One moment, “${action}” is still being sent. Press again after that.`,
    notOpen: 'The counter is not open yet.',
    undoGone: 'There is no step left to take back: it can be done for a few seconds only.',
    isPaused: 'The counter is paused already. Resume it first.',
    nobodyWaits: 'Nobody is waiting yet.',
    paused: (reason: string) => `Paused: ${reason}. Numbers stay valid.`,
    dayClosed: 'The service day is not open yet. The counter can open after that.',
    busy: (number: string) => `${number} is still at this counter. Finish, set aside or transfer first.`,
    tooFewCalls: (left: number) =>
      left === 1 ? 'Call once more before passing over.' : `Call ${left} more times before passing over.`,
    lastCallMade: 'The last call has been made. This number may be passed over.',
    lastCallFinal: 'The last call has been made. Passed over once more, this number lapses.',
    callTooSoon: (seconds: number) => `Give the visitor time: may be called again in ${seconds} s.`,
    passSoon: (seconds: number) => `May be passed over in ${seconds} s.`,
    passTooSoon: (seconds: number) => `The last call has been made. May be passed over in ${seconds} s.`,
  },
  undo: {
    label: (step: string) => `Undo: ${step}`,
    key: 'Ctrl+Z',
    steps: {
      start: 'service started',
      noShow: 'passed over',
      park: 'set aside',
      cancel: 'cancelled',
      transfer: 'transferred',
    },
    outcomes: {
      done: 'done',
      fileReceived: 'file received',
      papersMissing: 'papers missing',
      wrongCounter: 'wrong counter',
      cancelled: 'cancelled',
      forwarded: 'forwarded',
    },
  },
  ...counterAnswers,

  lists: {
    title: 'This counter’s queues',
    waiting: 'Waiting',
    held: 'Cannot be called yet',
    parked: 'Set aside',
    missed: 'Missed',
    none: 'Empty',
    more: (n: number) => `and ${n} more`,
    wait: (minutes: number) => `${minutes} min`,
    backIn: (left: string) => `${left} left`,
    missedAt: (time: string) => `at ${time}`,
    final: 'Lapsed, needs a new number',
    atCounter: (name: string) => `at counter ${name} now`,
    afterLeg: 'waits for the service before it',
    agencyPaused: (agency: string) => `${agency} is paused`,
    elsewhere: 'at another counter now',
  },
  stay: {
    title: 'Still at the counter?',
    help: 'Nobody has touched this counter for almost 10 minutes. Press any key to stay signed in.',
    seconds: (seconds: number) => `Signing out in ${seconds} s`,
    stay: 'Stay signed in',
  },
  ownDay: {
    title: 'Today at this counter',
    served: 'served',
    service: 'mean service',
    wait: 'mean wait',
    waitOf: (called: number) => (called === 1 ? 'of 1 visitor called' : `of ${called} visitors called`),
    minutes: (mean: string) => `${mean} min`,
  },
  stopStates: {
    waiting: 'waiting',
    called: 'called',
    serving: 'being served',
    parked: 'set aside',
    no_show: 'missed',
    finished: 'done',
    cancelled: 'cancelled',
    voided: 'not valid',
    expired: 'lapsed',
  },
  legStates: { waiting: 'waiting', called: 'called', serving: 'being served', parked: 'set aside', no_show: 'missed' },

  pauseReasons,
  pickReasons,
  ...counterDialogs,
  duration: {
    seconds: (n: number) => `${n} s`,
    short: (n: number) => `${n} s`,
    minutes: (n: number) => `${n} min`,
    hours: (h: number, m: number) => (m === 0 ? `${h} h` : `${h} h ${m} min`),
    underMinute: 'less than 1 min',
  },
} satisfies typeof id;
