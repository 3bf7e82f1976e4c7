import type { acts as id } from '../id/acts.ts';

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);
const wait = (n: number) => (n === 0 ? 'nobody waits' : n === 1 ? '1 person waits' : `${n} people wait`);

export const acts = {
  log: {
    released: (counter: string, number: string) => `Sent ${number} at counter ${counter} back to wait`,
    closed: (counter: string, why: string) => `Closed counter ${counter}: ${why.toLowerCase()}`,
    handedOver: (counter: string, to: string, why: string) =>
      `Moved the queue of counter ${counter} to counter ${to}: ${why.toLowerCase()}`,
    undone: (number: string, step: string) => `Took back ${number}: ${step}`,
    reprinted: (number: string) => `Asked for the slip of ${number} again`,
    requeued: (number: string) => `Let ${number} wait again, who reported back`,
    track: (counter: string, track: string) => `Counter ${counter} to the ${track} track`,
    assigned: (counter: string, agencies: string) => `Counter ${counter} serves ${agencies}`,
    assignedUsual: (counter: string) => `Counter ${counter} back to its agencies`,
    quota: (service: string, quota: string) => `Quota of ${service}: ${quota}`,
    ticketingClosed: 'Closed ticketing',
    ticketingOpened: 'Opened ticketing',
    restored: 'A backup was put back; what came after it is not in these notes',
    noticePosted: (text: string) => `Display message: ${text}`,
    noticeWithdrawn: 'Withdrew a display message',
    loudnessSet: (zone) => `Set the volume of ${zone}`,
    pauseStarted: (scope: string, reason: string) => `Paused ${scope}: ${reason}`,
    pauseEnded: (scope: string) => `Ended the pause of ${scope}`,
    dayOpened: 'Opened the service day',
    dayClosed: 'Closed the service day',
  },
  working: 'Sending …',
  failed: 'Not done yet.',
  undo: 'Undo',
  dismiss: 'Close this message',
  reason: 'Reason',
  until: 'Until when',
  minutes: (n: number) => `${n} minutes`,
  clock: 'At',
  openEnd: 'Not known yet',
  clockPast: 'That time has passed. Choose one that is still to come.',
  clockMissing: 'Enter the time first.',
  untilText: (time: string) => `until ${time}`,
  untilOpen: 'until it is reopened',

  counter: {
    title: (counter: string) => `Counter ${counter}`,
    track: 'Change track …',
    trackHelp: 'The counter works on another track’s queues of its agency.',
    assign: 'Change agencies today …',
    assignHelp: 'The counter serves other agencies until the end of today.',
    handOver: 'Close and hand over …',
    handOverClosed: 'Hand over its queue …',
    handOverHelp: 'Another counter goes on with its queue, and nobody loses a place.',
    release: 'Free the counter …',
    releaseHelp: 'For a counter whose officer has left it. It is closed.',
  },
  agency: {
    title: (agency: string) => agency,
    pause: 'Pause the agency …',
    pauseHelp: 'No calls and no numbers until it is reopened.',
    resume: 'Reopen …',
    resumeHelp: 'Calls and numbers go on.',
    systemDown: 'The agency’s system is down …',
    systemDownHelp: 'Visitors keep their places, and the minutes are counted.',
    quota: 'Today’s quota …',
    quotaHelp: 'More or fewer numbers for one service, only today.',
  },
  help: {
    title: (queue: string) => `Who serves ${queue}?`,
    help: (waiting: number) => `${wait(waiting)}. Choose the counter that takes it on.`,
    toTrack: (track: string) => `Moves to the ${track} track`,
    toAgency: (agency: string) => `Also serves ${agency}`,
    leaves: (waiting: number) => (waiting === 0 ? 'its own queue is empty' : `${wait(waiting)} in its own queue`),
    none: 'No open counter is free. Ask an officer to open one, or let a visitor be finished first.',
    ownClosed: (counters: string) => `Counter ${counters} is for this queue, but closed. Ask its officer to open.`,
    closed: 'closed, needs an officer',
    busy: 'has a visitor still',
  },
  leftAlone: (queues: string, waiting: number) =>
    `No other counter is open for ${queues}: ${wait(waiting)} with nobody to call them.`,
  track: {
    title: (counter: string) => `Change the track of counter ${counter}`,
    to: 'New track',
    consequence: (counter: string, track: string, queues: string) =>
      `Counter ${counter} calls for the ${track} track: ${queues}. Numbers already waiting stay in their queue.`,
    noQueue: (track: string) => `The agencies of this counter have no ${track} queue.`,
    busy: (number: string) => `${number} is still at this counter. The track can be changed after that.`,
    confirm: 'Change track',
    reasons: { crowd: 'Long queue', staff: 'Change of staff', other: 'Other' },
    done: (counter: string, track: string) => `Counter ${counter} is now on the ${track} track.`,
  },
  assign: {
    title: (counter: string) => `Agencies at counter ${counter} today`,
    choose: 'Agencies',
    consequence: (counter: string, agencies: string) =>
      `From now until the end of today, counter ${counter} calls for ${agencies}.`,
    nothing: 'Choose one agency or more.',
    asUsual: 'Back to the usual',
    confirm: 'Save for today',
    done: (counter: string, agencies: string) => `Counter ${counter} serves ${agencies} today.`,
  },
  closing: {
    legend: 'Reason, which its officer reads',
    reasons: {
      left: 'Nobody was at the counter',
      staff: 'The officer is needed elsewhere',
      fault: 'The counter’s equipment failed',
      over: 'The counter’s work is done',
      other: 'Another reason',
    },
  },
  release: {
    title: (counter: string) => `Free counter ${counter}?`,
    withTicket: (number: string) =>
      `${number} waits again in its old place, and the counter is closed. Its officer has to open it again.`,
    withoutTicket: 'There is no number at this counter. It is closed, and its officer has to open it again.',
    confirm: (number: string) => `Free ${number} and close the counter`,
    confirmEmpty: 'Close the counter',
    done: (counter: string) => `Counter ${counter} is closed.`,
    doneTicket: (counter: string, number: string) =>
      `Counter ${counter} is closed, ${number} waits again in its place.`,
  },
  handOver: {
    title: (counter: string) => `Close counter ${counter} and hand over its queue`,
    titleClosed: (counter: string) => `Hand over the queue of counter ${counter}`,
    only: 'Served by this counter alone',
    waiting: wait,
    to: 'Counter that goes on',
    leaves: (waiting: number) => (waiting === 0 ? 'its queue is empty' : `${wait(waiting)} in its queue`),
    closed: 'closed',
    closes: (counter: string) => `Counter ${counter} is closed.`,
    takes: (counter: string, agencies: string, waiting: number) =>
      `Counter ${counter} also calls for ${agencies} until the end of today. ${
        waiting === 0 ? 'Nobody waits at the moment.' : `${people(waiting)} waiting keep their places.`
      }`,
    released: (number: string) => `${number} waits again in its old place.`,
    onlyClose: (counter: string) =>
      `Other counters serve every queue of counter ${counter} too. It is closed, and nothing needs to be handed over.`,
    nothing: 'Other counters serve every queue of this counter too. Nothing needs to be handed over.',
    noTaker: 'There is no other counter on this track. Change the track of a counter first.',
    takerClosed: (counter: string) => `Counter ${counter} is still closed. Ask an officer to open it.`,
    confirm: 'Close and hand over',
    confirmClose: 'Close the counter',
    confirmMove: 'Hand over',
    doneClosed: (counter: string) => `Counter ${counter} is closed; only its officer can open it again.`,
    done: (counter: string, agencies: string) => `Counter ${counter} also serves ${agencies}.`,
  },
  pause: {
    title: (scope: string) => `Pause: ${scope}`,
    consequence: (scope: string, until: string, waiting: number) =>
      `${scope}: no calls and no numbers ${until}. ${people(waiting)} waiting keep their places.`,
    confirm: 'Start the pause',
    done: (scope: string, until: string) => `${scope}: paused ${until}.`,
  },
  down: {
    title: (agency: string) => `The system of ${agency} is down`,
    consequence: (agency: string, until: string, waiting: number) =>
      `Kiosks and displays say that the system of ${agency} is down, ${until}. ${people(waiting)} keep their places, and the minutes are counted.`,
    confirm: 'Declare it down',
    done: (agency: string) => `The system of ${agency} is declared down. The minutes are counted.`,
  },
  resume: {
    title: (scope: string) => `Reopen: ${scope}?`,
    consequence: (scope: string) => `${scope}: calls and numbers go on at once.`,
    confirm: 'Reopen',
    done: (scope: string) => `${scope}: open again.`,
  },
  quota: {
    title: (agency: string) => `Quota of ${agency} today`,
    service: 'Service',
    number: 'At most this many numbers today',
    unlimited: 'No limit',
    noLimit: 'no limit',
    asNow: (given: number, quota: string) => `${given} given so far, quota ${quota}.`,
    consequence: (service: string, left: number) =>
      left > 0
        ? `${service}: ${left} more today.`
        : `${service}: no more numbers today. Whoever holds one is still served.`,
    consequenceOpen: (service: string) => `${service}: numbers without a limit today.`,
    missing: 'Enter a number, 0 or more.',
    confirm: 'Change today’s quota',
    done: (service: string, quota: string) => `Quota of ${service} today: ${quota}.`,
  },
  closeTicketing: {
    title: 'Close ticketing?',
    consequence: (waiting: number) =>
      `Kiosks give no more numbers until it is opened. ${people(waiting)} waiting are still served.`,
    confirm: 'Close ticketing',
    done: 'Ticketing is closed.',
  },
  openTicketing: {
    title: 'Open ticketing?',
    consequence: 'Kiosks give numbers again, within the service hours.',
    confirm: 'Open ticketing',
    done: 'Ticketing is open.',
  },
  openDay: {
    title: 'Open the service day?',
    consequence: 'Counters can be opened and kiosks give numbers, even outside the calendar’s hours.',
    confirm: 'Open the service day',
    done: 'The service day is open.',
  },
  closeDay: {
    title: 'Close the service day?',
    consequence: (waiting: number) =>
      waiting === 0
        ? 'Nobody is waiting. No more numbers today.'
        : `${waiting === 1 ? '1 number that still waits or is set aside lapses' : `${waiting} numbers that still wait or are set aside lapse`}. This cannot be undone.`,
    confirm: 'Close the service day',
    done: 'The service day is closed.',
  },
  notice: {
    title: 'Message on the hall’s displays',
    templates: 'Examples',
    text: 'Indonesian',
    textEn: 'English',
    zone: 'On which displays',
    everywhere: 'All zones',
    preview: 'As the display shows it',
    previewEmpty: 'Your message appears here.',
    missing: 'Write the message in both languages.',
    consequence: (where: string, until: string) => `Shown on ${where}, ${until}.`,
    allDisplays: 'all displays',
    displaysIn: (zone: string) => `the displays of ${zone}`,
    confirm: 'Show the message',
    done: 'The message is on the displays.',
    hole: 'First replace … by what is meant, in both languages.',
    examples: {
      soon: { name: 'Please wait', text: 'Service is a little late. Please wait, your number stays valid.' },
      lastNumbers: {
        name: 'Numbers end soon',
        text: 'No more numbers in 30 minutes. Whoever holds one is still served.',
      },
      vehicle: { name: 'Vehicle', text: 'Owner of vehicle …, please come to the car park at once.' },
      leave: { name: 'Leave the building', text: 'Please leave calmly by the nearest exit. Follow the staff.' },
    },
  },
  withdraw: {
    title: 'Withdraw this message?',
    consequence: 'The message disappears from every display.',
    confirm: 'Withdraw the message',
    done: 'The message is withdrawn.',
  },
} satisfies typeof id;
