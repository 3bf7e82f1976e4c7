import type { EntryWords } from '../entry-words.ts';

export const entry: EntryWords = {
  language: 'Language',
  enrol: {
    title: {
      kiosk: 'Enrol this kiosk',
      counter: 'Enrol this counter',
      display: 'Enrol this display',
      board: 'Enrol this computer',
    },
    hint: 'Ask the manager for a code: People and devices, then Add a device. A code is valid for 10 minutes.',
    code: 'Code',
    submit: 'Enrol',
    shutOut: 'This device has no access, or its access was withdrawn.',
  },
  secret: {
    pinTitle: 'Choose a PIN of your own',
    pinHint: 'The initial PIN is for one sign-in only. Choose six digits that are hard to guess, and tell nobody.',
    pin: 'New PIN',
    pinAgain: 'New PIN again',
    passwordTitle: 'Choose a password of your own',
    passwordHint:
      'The initial password is for one sign-in only. Choose at least 12 characters, such as three words that only you know.',
    password: 'New password',
    passwordAgain: 'New password again',
    differ: 'The two are not the same.',
    submit: 'Save and go on',
  },
  plain:
    'This page is not encrypted: anybody on the network can read passwords and codes. Type npm run tls at the server.',
  stay: {
    title: 'Still at this page?',
    help: 'Nobody has touched this page for almost 10 minutes. Press any key to stay signed in.',
    seconds: (seconds: number) => `Signing out in ${seconds} s`,
    stay: 'Stay signed in',
  },
  setup: {
    title: 'Make the first manager',
    hint: 'The setup code stands on the server’s console since it was started for the first time.',
    code: 'Setup code',
    name: 'Full name',
    login: 'Sign-in name',
    loginHint: 'Small letters and digits without spaces, such as sri.wahyuni',
    password: 'Password',
    passwordHint: 'At least 12 characters. Three words that only you know are safer than one word with digits.',
    passwordAgain: 'Password again',
    submit: 'Make the manager',
    back: 'You have an account? Sign in',
  },
  password: {
    title: 'Manager sign-in',
    name: 'Sign-in name',
    password: 'Password',
    submit: 'Sign in',
    demo: (password) => `Demonstration password: ${password}`,
    haveCode: 'You have a setup code?',
    ended: 'Your session has ended. Please sign in again.',
    idle: 'You were signed out because this page was not used for a while.',
    day: 'Your session ended after ten hours. Please sign in again.',
    manager: 'Another manager ended your session. Sign in again, with the first password if yours was replaced.',
    shut: 'Another manager has closed your access.',
    elsewhere: 'You are signed in somewhere else now. Sign in again only if you do work here.',
    signedOut: 'You are signed out.',
    made: 'The manager’s account is made. Please sign in.',
  },
  wait: (seconds) =>
    seconds > 90
      ? `Too many wrong attempts. Try again in ${Math.ceil(seconds / 60)} minutes.`
      : `Too many wrong attempts. Try again in ${seconds} seconds.`,
  loading: 'Connecting to the server …',
};
