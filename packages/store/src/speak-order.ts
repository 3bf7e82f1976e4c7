/** What becomes of an announcement with this key in this zone, as the server's line of announcements orders it written. */
export type SpeakOrder = {
  readonly kind: 'speak';
  /** `givenBack`: its display could not begin with it, and nobody has heard a sound. */
  readonly step: 'handOut' | 'spoken' | 'failed' | 'givenBack';
  readonly key: string;
  readonly zoneId: string;
  readonly deviceId: string;
};
