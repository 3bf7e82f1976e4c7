export * from './commands.ts';
export * from './errors.ts';
export * from './feed.ts';
export * from './queries.ts';
export * from './schemas.ts';
export * from './sentences.ts';
export * from './sessions.ts';
