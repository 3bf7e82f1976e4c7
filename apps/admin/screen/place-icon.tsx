export type PlaceName = 'kiosk' | 'counter' | 'display' | 'board' | 'admin' | 'voice' | 'paper' | 'api';

const drawings: Readonly<Record<PlaceName, string>> = {
  kiosk: 'M7 3h10v12H7zM10 15v4M14 15v4M6 21h12M10 7h4M10 10h4',
  counter: 'M3 12h18M5 12v8M19 12v8M12 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6M7.5 12c.5-2 2-3 4.5-3s4 1 4.500 3',
  display: 'M3 4h18v12H3zM9 20h6M12 16v4M7 10h4M14 10l3 0M15.500 8.500 17 10l-1.500 1.500',
  board: 'M3 4h7v7H3zM14 4h7v4h-7zM14 12h7v8h-7zM3 15h7v5H3z',
  admin: 'M4 20V11M10 20V5M16 20v-7M21 20H2M20 8v3',
  voice: 'M4 9v6h4l6 4.500V4.500L8 9zM17 8.500a5 5 0 0 1 0 7M19.500 6a8.500 8.500 0 0 1 0 12',
  paper: 'M6 3h12v18l-2-1.500-2 1.500-2-1.500-2 1.500-2-1.500-2 1.500zM9 8h6M9 12h6',
  api: 'M8 7 3 12l5 5M16 7l5 5-5 5M13.500 5l-3 14',
};

/** A line drawing of a place; it only accompanies the word beside it. */
export function PlaceIcon({ name }: { name: PlaceName }) {
  return (
    <svg class="place-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
