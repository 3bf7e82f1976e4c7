/** What can go wrong with a printer, one at a time. `bytes` counts what arrives after the fault was set. */
export type Fault = ConnectionFault | BreakFault | CutFault | AcknowledgementFault;

/** How it treats whoever connects, until the fault is lifted. */
type ConnectionFault =
  /** Nobody listens at its port. */
  | { readonly kind: 'refuses' }
  /** Takes the connection and not one byte from it. */
  | { readonly kind: 'neverReads' }
  /** Prints, and never says a word. */
  | { readonly kind: 'mute' }
  /** Takes so few bytes a second; a worn cable and 150 are enough for a bad day. */
  | { readonly kind: 'crawls'; readonly bytesPerSecond: number }
  /** Hangs up on a client that has said nothing for so long. */
  | { readonly kind: 'closesIdle'; readonly milliseconds: number }
  /** A second client throws the first one out; otherwise the second is refused. */
  | { readonly kind: 'takesNewest' };

/** What happens once, after so many bytes. */
type BreakFault =
  /** Takes no more bytes off its buffer until the fault is lifted. */
  | { readonly kind: 'stalls'; readonly bytes: number }
  | { readonly kind: 'resets'; readonly bytes: number }
  | { readonly kind: 'hangsUp'; readonly bytes: number }
  /** The connection ends and the buffer is lost. */
  | { readonly kind: 'losesPower'; readonly bytes: number }
  /** Keeps the rest of the job and prints it after the paper change, unless it is told in real time to give it up. */
  | { readonly kind: 'paperEnds'; readonly bytes: number }
  | { readonly kind: 'coverOpens'; readonly bytes: number };

/** What happens at the next cut. */
type CutFault =
  /** The knife sticks before it has cut: an error, until somebody frees it or the printer is told to recover. */
  | { readonly kind: 'cutterJams' }
  /** The slip is cut, and the roll ends before the printer says so. */
  | { readonly kind: 'paperEndsAfterCut' }
  | { readonly kind: 'coverOpensAfterCut' }
  /** The cover opens and closes so often, each time reported, before the printer says that it is done. */
  | { readonly kind: 'flaps'; readonly times: number }
  /** The roll runs low when so many slips are cut; without a count, when the next one is. */
  | { readonly kind: 'runsLow'; readonly slips?: number };

/** What becomes of the printer's word on a job. */
type AcknowledgementFault =
  | { readonly kind: 'neverAcknowledges' }
  /** Gives back an id that nobody sent. */
  | { readonly kind: 'acknowledgesAnother' }
  /** Says nothing about the job until it is asked to by `VirtualPrinter.acknowledge()`. */
  | { readonly kind: 'acknowledgesLate' }
  | { readonly kind: 'acknowledgesAfter'; readonly milliseconds: number }
  | { readonly kind: 'acknowledgesInPieces' }
  /** Automatic status right before and after the acknowledgement. */
  | { readonly kind: 'chatters' }
  /** XOFF and XON amid the four bytes of every automatic status. */
  | { readonly kind: 'interruptsItself' }
  /** A real-time status byte that nobody asked for, before the acknowledgement. */
  | { readonly kind: 'straysStatus' };
