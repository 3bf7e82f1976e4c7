import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import statics from '@fastify/static';
import type { App } from '../app.ts';

const screens = ['kiosk', 'counter', 'display', 'admin', 'visitor'] as const;

export type Pages = {
  /** Folder that holds `<screen>/out/screen` for each built screen. */
  readonly apps: string;
  /** The demonstration's kiosk station, which also shows its paper. */
  readonly kioskUrl: string | null;
};

/** The built screens, the first page, and the address on the slip. */
export async function pageRoutes(app: App, { apps, kioskUrl }: Pages): Promise<void> {
  const out = (screen: string) => path.join(apps, screen, 'out', 'screen');
  const hidden = { schema: { hide: true } };
  // Where a station shows the kiosk, this address must not offer a second one that has no printer.
  const shown = screens.filter((name) => existsSync(out(name)) && !(name === 'kiosk' && kioskUrl));
  for (const [index, screen] of shown.entries()) {
    await app.register(statics, {
      root: out(screen),
      prefix: `/${screen}/`,
      decorateReply: index === 0,
      redirect: true,
      // Built names carry a hash; the page itself must be asked for each time.
      setHeaders: (reply, file) => {
        reply.header('cache-control', file.endsWith('.html') ? 'no-cache' : 'public, max-age=31536000, immutable');
      },
    });
  }
  const page = (screen: string, file: string) => {
    const html = path.join(out(screen), file);
    // Its assets are relative to the folder it was built in, not to the address it is shown at.
    return () => readFileSync(html, 'utf8').replace('<head>', `<head><base href="/${screen}/">`);
  };
  const home = page('admin', 'home.html');
  const board = page('admin', 'board.html');
  const voice = page('admin', 'voice.html');
  const access = page('admin', 'access.html');
  const reports = page('admin', 'reports.html');
  const visitor = page('visitor', 'index.html');
  app.get('/', hidden, async (_request, reply) =>
    reply.type('text/html').header('cache-control', 'no-cache').send(home()),
  );
  app.get('/admin/board', hidden, async (_request, reply) =>
    reply.type('text/html').header('cache-control', 'no-cache').send(board()),
  );
  app.get('/admin/access', hidden, async (_request, reply) =>
    reply.type('text/html').header('cache-control', 'no-cache').send(access()),
  );
  app.get('/admin/reports', hidden, async (_request, reply) =>
    reply.type('text/html').header('cache-control', 'no-cache').send(reports()),
  );
  app.get('/admin/voice', hidden, async (_request, reply) =>
    reply.type('text/html').header('cache-control', 'no-cache').send(voice()),
  );
  app.get('/t/:token', hidden, async (_request, reply) =>
    reply.type('text/html').header('cache-control', 'no-store').header('x-robots-tag', 'noindex').send(visitor()),
  );
  // The kiosk's page asks for the bridge of a station around it; told plainly, it has no failed request on its record.
  app.get('/bridge', hidden, async () => ({ kind: null }));
  for (const screen of shown) app.get(`/${screen}`, hidden, async (_request, reply) => reply.redirect(`/${screen}/`));
  for (const name of kioskUrl ? ['kiosk', 'paper'] : [])
    for (const end of ['', '/'])
      app.get(`/${name}${end}`, hidden, async (_request, reply) => reply.redirect(`${kioskUrl}/${name}/`));
}
