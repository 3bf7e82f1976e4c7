/** What can go wrong with a printer, by command. `bytes` counts what arrives after the fault was set. */
export type Fault =
  | { readonly kind: 'refuses' }
  | { readonly kind: 'neverReads' }
  | { readonly kind: 'mute' }
  /** Goes through the job but is never done with it; takes no more bytes off its buffer until the fault is lifted. */
  | { readonly kind: 'stalls'; readonly bytes: number }
  | { readonly kind: 'resets'; readonly bytes: number }
  | { readonly kind: 'hangsUp'; readonly bytes: number }
  /** The connection ends and the buffer is lost. */
  | { readonly kind: 'losesPower'; readonly bytes: number }
  | { readonly kind: 'paperEnds'; readonly bytes: number }
  | { readonly kind: 'coverOpens'; readonly bytes: number }
  /** The slip is cut, and the roll ends before the printer says so. */
  | { readonly kind: 'paperEndsAfterCut' }
  | { readonly kind: 'neverAcknowledges' }
  | { readonly kind: 'acknowledgesAnother' }
  /** Says nothing about the job until it is asked to by `VirtualPrinter.acknowledge()`. */
  | { readonly kind: 'acknowledgesLate' }
  | { readonly kind: 'acknowledgesInPieces' }
  /** Automatic status right before and after the acknowledgement. */
  | { readonly kind: 'chatters' }
  /** A real-time status byte that nobody asked for, before the acknowledgement. */
  | { readonly kind: 'straysStatus' }
  /** The roll runs low when the next slip is cut. */
  | { readonly kind: 'runsLow' };
