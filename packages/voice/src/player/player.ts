import type { Language } from '@antrean/domain';
import type { Plan } from '../plan.ts';
import { buildChain, type Sounds, schedule } from './schedule.ts';
import { loadVoice, type Voice } from './sounds.ts';

/** Why nothing, or not everything, was heard. `stuck`: the clock of the sound stood still, and a new one was made. */
export type PlayFailure = 'locked' | 'stuck' | 'stopped' | 'busy' | 'nothing';

export type Played =
  | { readonly state: 'finished'; readonly tookMs: number }
  | { readonly state: 'failed'; readonly why: PlayFailure };

/** `locked`: the browser wants a touch before it lets a page be heard. `rebuilds` counts how often the sound had to be made anew. */
export type SoundState = { readonly state: 'starting' | 'running' | 'locked' | 'closed'; readonly rebuilds: number };

export type PlayerOptions = {
  /** Where the server is, for a page that is not its own. */
  readonly base?: string;
  readonly openContext?: () => AudioContext;
};

/** `end` is told why it failed, null when everything was heard; `startsAt` is null once it is. */
type Playing = {
  readonly end: (failure: PlayFailure | null) => void;
  readonly onStarted: () => void;
  startsAt: number | null;
};

const watchMs = 250;
const stuckAfter = 4;
const leadSeconds = 0.05;
const rampSeconds = 0.05;

/** The one voice of a page, for as long as the page lives: it plays one plan at a time, and `close` ends it. */
export class Player {
  readonly #base: string;
  readonly #openContext: () => AudioContext;
  readonly #listeners = new Set<() => void>();
  readonly #voices: Partial<Record<Language, Voice>> = {};
  readonly #watch: ReturnType<typeof setInterval>;
  #context: AudioContext;
  #into: GainNode;
  #volume = 1;
  #state: SoundState = { state: 'starting', rebuilds: 0 };
  #playing: Playing | null = null;
  #seenTime = -1;
  #still = 0;
  #isOutputNew = false;

  constructor({ base = '', openContext = () => new AudioContext({ latencyHint: 'playback' }) }: PlayerOptions = {}) {
    this.#base = base;
    this.#openContext = openContext;
    [this.#context, this.#into] = this.#build();
    this.#watch = setInterval(() => this.#look(), watchMs);
    // Missing where the page came over plain HTTP from another machine; then a change shows as a clock that stands still.
    navigator.mediaDevices?.addEventListener('devicechange', this.#onOutput);
  }

  current(): SoundState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Fetches and decodes a language once; asked again it fetches anew, for recordings that have come since. */
  async load(language: Language): Promise<Voice> {
    const voice = await loadVoice(language, this.#base);
    this.#voices[language] = voice;
    return voice;
  }

  /** What can be played, for `plan`. */
  sounds(): Sounds {
    return Object.fromEntries(Object.entries(this.#voices).map(([language, { sounds }]) => [language, sounds]));
  }

  /** Plays one plan; the promise settles when it is over. `onStarted` is called once it is heard. */
  play(plan: Plan, onStarted: () => void = () => {}): Promise<Played> {
    const failed = (why: PlayFailure) => Promise.resolve<Played>({ state: 'failed', why });
    if (this.#playing) return failed('busy');
    if (plan.totalMs === 0) return failed('nothing');
    if (this.#context.state !== 'running') return failed('locked');
    return new Promise((resolve) => {
      const startsAt = this.#context.currentTime + leadSeconds;
      const stop = schedule(plan, this.sounds(), this.#into, startsAt, () => this.#end(null));
      const end = (failure: PlayFailure | null) => {
        stop();
        const tookMs = (this.#context.currentTime - startsAt) * 1_000;
        resolve(failure ? { state: 'failed', why: failure } : { state: 'finished', tookMs });
      };
      this.#playing = { end, onStarted, startsAt };
    });
  }

  /** Ends what is being played, which then has failed as `stopped`. */
  stop(): void {
    this.#end('stopped');
  }

  /** From 0 to 1; the hall's quiet hours are the caller's. */
  setVolume(volume: number): void {
    this.#volume = volume;
    this.#into.gain.setTargetAtTime(volume, this.#context.currentTime, rampSeconds);
  }

  /** To be called from a touch or a key, which is what a locked sound waits for. */
  async unlock(): Promise<void> {
    await this.#context.resume();
    this.#look();
  }

  close(): void {
    clearInterval(this.#watch);
    navigator.mediaDevices?.removeEventListener('devicechange', this.#onOutput);
    this.stop();
    this.#tell({ ...this.#state, state: 'closed' });
    this.#listeners.clear();
    void this.#context.close();
  }

  readonly #onOutput = () => {
    this.#isOutputNew = true;
  };

  #build(): [AudioContext, GainNode] {
    const context = this.#openContext();
    const into = buildChain(context);
    into.gain.value = this.#volume;
    return [context, into];
  }

  #end(failure: PlayFailure | null): void {
    const playing = this.#playing;
    this.#playing = null;
    if (!playing) return;
    // A plan shorter than a look has been heard all the same.
    if (failure === null) this.#start(playing);
    playing.end(failure);
  }

  #start(playing: Playing): void {
    if (playing.startsAt === null) return;
    playing.startsAt = null;
    playing.onStarted();
  }

  #look(): void {
    const { state, currentTime } = this.#context;
    if (state !== 'running') {
      this.#end('locked');
      this.#tell({ ...this.#state, state: 'locked' });
      return;
    }
    this.#still = currentTime === this.#seenTime ? this.#still + 1 : 0;
    this.#seenTime = currentTime;
    if (this.#still >= stuckAfter || (this.#isOutputNew && !this.#playing)) {
      this.#rebuild();
      return;
    }
    this.#tell({ ...this.#state, state: 'running' });
    if (this.#playing?.startsAt != null && currentTime >= this.#playing.startsAt) this.#start(this.#playing);
  }

  #rebuild(): void {
    const old = this.#context;
    this.#end('stuck');
    void old.close();
    this.#isOutputNew = false;
    this.#still = 0;
    [this.#context, this.#into] = this.#build();
    this.#tell({ state: 'starting', rebuilds: this.#state.rebuilds + 1 });
  }

  #tell(state: SoundState): void {
    if (state.state === this.#state.state && state.rebuilds === this.#state.rebuilds) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
