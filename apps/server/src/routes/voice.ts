import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import statics from '@fastify/static';
import { Type } from 'typebox';
import type { App } from '../app.ts';
import { openRecordings, recordingName } from '../recordings.ts';

const VoiceParams = Type.Object({ language: Type.Enum(['id', 'en', 'ms', 'zh']) });
const RecordedFiles = Type.Array(Type.Object({ file: Type.String(), sha256: Type.String() }));

const recordingPath = /^\/(?:id|en|ms|zh)\/[^/]+$/;
const aYear = 'public, max-age=31536000, immutable';

export type VoiceFolders = {
  /** Clips that come with the product, `<language>/<voice>/…`. */
  readonly clips: string;
  /** Recordings of this mall, `<language>/<token>.wav`; made when it is not there, so that people find where they belong. */
  readonly recorded: string;
};

/** The sounds of the hall's voice: those of the product, and those that the mall has recorded itself. */
export async function voiceRoutes(app: App, { clips, recorded }: VoiceFolders): Promise<void> {
  await mkdir(recorded, { recursive: true });
  const recordings = openRecordings((why) => app.log.warn(why));
  await app.register(statics, {
    root: clips,
    prefix: '/voice/clips/',
    decorateReply: false,
    index: false,
    // A clip is asked for with its hash, so it may be kept; the list of them may not.
    setHeaders: (reply, file) => void reply.header('cache-control', file.endsWith('.json') ? 'no-cache' : aYear),
  });
  await app.register(statics, {
    root: recorded,
    prefix: '/voice/recorded/',
    decorateReply: false,
    index: false,
    allowedPath: (name) => recordingPath.test(name) && recordingName.test(path.posix.basename(name)),
    setHeaders: (reply) => void reply.header('cache-control', aYear),
  });
  app.get(
    '/voice/recorded/:language',
    { schema: { tags: ['voice'], params: VoiceParams, response: { 200: RecordedFiles } } },
    async (request, reply) => {
      const files = await recordings.in(path.join(recorded, request.params.language));
      return reply.header('cache-control', 'no-cache').send([...files]);
    },
  );
}
