import type { common as id } from '../id/common.ts';

export const common = {
  tracks: { quick: 'Quick', self: 'Self-service', long: 'Long' },
  priority: 'Priority',
  counter: (name: string) => `Counter ${name}`,
  minutes: (from: number, to: number) => (from === to ? `${to} min` : `${from}–${to} min`),
  freshness: {
    joining: 'Connecting to the server …',
    live: 'Connected',
    isLost: 'Connection lost',
    lost: (seconds: number) => `Connection lost ${seconds} s ago`,
  },
  signIn: {
    officer: 'Officer’s name',
    pin: 'PIN',
    submit: 'Sign in',
    demoPin: (pin: string) => `Demonstration PIN: ${pin}`,
  },
  demo: 'Demonstration',
  openedByHand: 'Outside service hours. This demonstration is open all the same.',
  back: 'Back',
} satisfies typeof id;
