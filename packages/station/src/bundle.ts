import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};

/** From nothing up: a station's page loads only what its own station serves. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Answers for one built screen: its files and nothing above them, links included. The request's path is that below the root. */
export function bundle(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Method not allowed');
    const wanted = decoded(new URL(request.url).pathname);
    if (wanted === null || wanted.includes('\0') || wanted.includes('\\')) return plain(400, 'Bad path');
    const file = path.join(root, wanted.endsWith('/') ? `${wanted}index.html` : wanted);
    const [top, real] = await Promise.all([resolved(root), resolved(file)]);
    const type = types[path.extname(file)];
    if (top === null || real === null || !real.startsWith(top + path.sep) || type === undefined)
      return plain(404, 'Not found');
    const content = await readFile(real).catch(() => null);
    if (content === null) return plain(404, 'Not found');
    const headers = {
      ...pageHeaders,
      'content-type': type,
      'content-length': String(content.length),
      // Vite names these by their content.
      'cache-control': wanted.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    return new Response(request.method === 'HEAD' ? null : content, { headers });
  };
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

async function resolved(file: string): Promise<string | null> {
  try {
    return await realpath(file);
  } catch {
    return null;
  }
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8' } });
}
