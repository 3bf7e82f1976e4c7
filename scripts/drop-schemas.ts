import { type Plugin, parseSync, Visitor } from 'vite';

type Span = { readonly start: number; readonly end: number };

/**
 * Cuts the schemas out of the protocol for pages: a page sends and shows, the server and the station check. Without
 * them the schema library goes too, an eighth of a kiosk's script.
 */
export function dropSchemas(): Plugin {
  return {
    name: 'drop-schemas',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]packages[\\/]protocol[\\/]src[\\/][\w-]+\.ts$/, code: /from 'typebox'/ },
      handler: (code, id) => ({ code: withoutSchemas(id, code), map: null }),
    },
  };
}

/** The module with `undefined` where a schema was built, and without the library that builds them. */
export function withoutSchemas(file: string, code: string): string {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const cuts: (Span & { readonly by: string })[] = [];
  new Visitor({
    ImportDeclaration: ({ source, start, end }) => {
      if (source.value === 'typebox') cuts.push({ start, end, by: '' });
    },
    CallExpression: ({ callee, start, end }) => {
      if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.object.name !== 'Type')
        return;
      // A schema inside another goes with it.
      if (!cuts.some((cut) => cut.start <= start && end <= cut.end)) cuts.push({ start, end, by: 'undefined' });
    },
  }).visit(program);
  return cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code);
}
