export * from './components/freshness.tsx';
export * from './components/language-switch.tsx';
export * from './components/track-badge.tsx';
export * from './times.ts';
export * from './use-language.ts';
export * from './use-now.ts';
export * from './use-source.ts';
export * from './words/words.ts';
