import { mkdir } from 'node:fs/promises';
import { LogosAnswer } from '@antrean/protocol';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { type Logo, logosIn } from '../logos.ts';
import { sendProblem } from '../problems.ts';

// An SVG opened by itself must not run what it carries.
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** Logos of agencies that the manager has put into `folder`, which is made so that people find it. */
export async function logoRoutes(app: App, folder: string, agencyIds: () => readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  let known: ReadonlyMap<string, Logo> = new Map();
  const look = async () => {
    const logos = await logosIn(folder, agencyIds());
    known = new Map(logos.map((logo) => [logo.file, logo]));
    return logos;
  };
  await look();
  app.get(
    '/logos/',
    { schema: { tags: ['logos'], summary: 'the logos of agencies', response: { 200: LogosAnswer } } },
    async (_request, reply) =>
      reply
        .header('cache-control', 'no-cache')
        .send({ logos: (await look()).map(({ agencyId, file }) => ({ agencyId, file })) }),
  );
  app.get(
    '/logos/:file',
    { schema: { hide: true, params: Type.Object({ file: Type.String({ maxLength: 40 }) }) } },
    async (request, reply) => {
      const logo = known.get(request.params.file);
      if (!logo) return sendProblem(request, reply, { code: 'request.unknown' });
      return reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('content-security-policy', filePolicy)
        .type(logo.type)
        .send(logo.bytes);
    },
  );
}
