import { generate } from 'lean-qr';
import { useMemo } from 'preact/hooks';

// The quiet zone that every reader may expect around a code, in modules.
const quiet = 4;

/** The address of the visitor's status page as a QR code, made of one path so that it is sharp at any size. */
export function StatusCode({ url, label }: { url: string; label: string }) {
  const { size, path } = useMemo(() => draw(new URL(url, document.baseURI).href), [url]);
  return (
    <svg class="status-code" viewBox={`${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`} role="img">
      <title>{label}</title>
      <path fill="#fff" d={`M${-quiet} ${-quiet}h${size + 2 * quiet}v${size + 2 * quiet}H${-quiet}z`} />
      <path fill="#000" d={path} shapeRendering="crispEdges" />
    </svg>
  );
}

function draw(text: string): { size: number; path: string } {
  const code = generate(text);
  let path = '';
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  return { size: code.size, path };
}
