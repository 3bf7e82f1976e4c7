import path from 'node:path';

/** The arrows of the house: which workspace may import which (DESIGN §1). */
const screen = ['client', 'protocol', 'domain', 'ui'];
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/protocol': ['domain'],
  'packages/store': ['domain'],
  'packages/client': ['protocol', 'domain'],
  'packages/ui': [],
  'packages/printing': ['domain'],
  'packages/voice': ['domain'],
  'packages/station': ['domain', 'protocol', 'client', 'printing'],
  'apps/server': ['domain', 'protocol', 'store'],
  'apps/kiosk': [...screen, 'station', 'printing'],
  'apps/counter': [...screen, 'station'],
  'apps/display': [...screen, 'station', 'voice'],
  'apps/admin': [...screen, 'voice'],
  'apps/visitor': screen,
};

// One alternative for each thing that is not plain code: comments, then strings, then templates, whose `${…}` is code again.
const notCode = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

function withoutComments(source: string): string {
  return source.replace(notCode, (found) => (/^\/[/*]/.test(found) ? ' ' : found));
}

function codeAlone(source: string): string {
  return source.replace(notCode, (found) =>
    found.startsWith('`') ? [...found.matchAll(/\$\{([^}]*)\}/g)].map(([, code]) => ` ${code} `).join(' ') : ' ',
  );
}

/** Every module that a source names: imports of values and types, re-exports, side effects, dynamic imports. */
export function importedBy(source: string): readonly string[] {
  return [...withoutComments(source).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"`]([^'"`]+)['"`]/g)].map(
    (found) => found[1] ?? '',
  );
}

/** What is wrong with the imports of a file; `file` is its path from the root, with its workspace in front. */
export function brokenArrows(file: string, source: string): readonly string[] {
  const dir = file.split('/').slice(0, 2).join('/');
  const isTest = file.endsWith('.test.ts') || file.startsWith(`${dir}/testing/`);
  const isPure = dir === 'packages/domain' && file.startsWith('packages/domain/src/') && !file.endsWith('.test.ts');
  return importedBy(source).flatMap((name) => {
    if (name.startsWith('.')) {
      const target = path.posix.join(path.posix.dirname(file), name);
      if (!target.startsWith(`${dir}/`)) return [`${file} climbs out: ${name}`];
      return !isTest && target.startsWith(`${dir}/testing/`) ? [`${file} needs what is there for tests: ${name}`] : [];
    }
    if (isPure) return [`${file}: the domain imports nothing, found ${name}`];
    const ours = /^@antrean\/([^/]+)/.exec(name)?.[1];
    return ours && !mayImport[dir]?.includes(ours) ? [`${file} may not import ${name}`] : [];
  });
}

/** Clocks and chances that a source of the domain reaches for; time and ids are its arguments. */
export function impurities(source: string): readonly string[] {
  const reach = /\bMath\s*\??\.?\s*(?:\.\s*random|\[)|\b(?:Date|performance|crypto|globalThis|process|Temporal)\b/g;
  return [...codeAlone(source).matchAll(reach)].map(([found]) => found);
}
