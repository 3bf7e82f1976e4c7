export type Language = 'id' | 'en' | 'ms' | 'zh';

export const languages: readonly Language[] = ['id', 'en', 'ms', 'zh'];
