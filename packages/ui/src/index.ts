export * from './components/freshness.tsx';
export * from './components/language-switch.tsx';
export * from './components/track-badge.tsx';
export * from './use-source.ts';
export * from './words/words.ts';
