/** What an officer's desk and tray speak. */
export const deskLanguages = ['id', 'en'] as const;

/** How the desk on a counter's page stands, as far as the machine around it needs to know. */
export type DeskNow = {
  /** The button "next" may be pressed at this moment. */
  readonly mayCall: boolean;
  /** The number at the counter, null when nobody is called. */
  readonly present: string | null;
  readonly language: (typeof deskLanguages)[number];
};

/** A press of "next" on its way to the page, which takes it before `before` (epoch milliseconds of this PC) or not at all. */
export type SentPress = { readonly pressId: string; readonly before: number };

/** What a counter's page tells the machine around it. Presses come the other way, as events of `pressesPath`. */
export type CounterBridge = {
  tell(desk: DeskNow): Promise<Record<never, never>>;
  /** `isTaken`: the page has pressed its button. Otherwise the page says to the officer why not. */
  answerPress(answer: { readonly pressId: string; readonly isTaken: boolean }): Promise<Record<never, never>>;
};

/** Server-sent events, each a `SentPress`. Only a page with an open desk listens. */
export const pressesPath = '/bridge/presses';
