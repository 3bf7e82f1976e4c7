// Pictograms on a 24-unit grid, drawn with one round pen; they stand beside words, never alone.
const drawings = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 20.5 20.5',
  back: 'M14.5 5 7.5 12l7 7',
  forward: 'M9.5 5l7 7-7 7',
  down: 'M5 9.5l7 7 7-7',
  up: 'M5 14.5l7-7 7 7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  people:
    'M9 5.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6M3.5 19c0-3 2.5-5 5.5-5s5.5 2 5.5 5M15.5 6a2.8 2.8 0 0 1 0 5.2M17 14.3c2.2.6 3.5 2.4 3.5 4.7',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M12 8v4.5l3 2',
  place:
    'M12 20.5s-6.5-5.7-6.5-10.5a6.5 6.5 0 0 1 13 0c0 4.8-6.5 10.5-6.5 10.5M12 7.7a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10',
  pause: 'M8.5 5v14M15.5 5v14',
  slip: 'M6 3.5h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.5zM9.5 8.5h5M9.5 12.5h5',
  camera: 'M4 8.5h3.5L9.3 6h5.4l1.8 2.5H20v10.5H4zM12 10.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6',
  backspace: 'M9 5.5h11.5v13H9L3.5 12zM11.5 9.5l5 5M16.5 9.5l-5 5',
  close: 'M6 6l12 12M18 6 6 18',
  alert: 'M12 4.5 21 19.5H3zM12 10v4.5M12 17v.1',
  heart: 'M12 19.5S4 14.8 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3c0 5.5-8 10.2-8 10.2',
  low: 'M10.5 3.5a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4M10.5 9v5h4.5l2.5 5.5M10.5 11.3h4M7.6 12a4.8 4.8 0 1 0 6 6.2',
  large: 'M2.5 18.5 7.5 5.5l5 13M4.4 14h6.2M14.5 18.5l3.3-8.5 3.3 8.5M15.7 15.7h4.2',
  contrast: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M12 4v16M12 8h6.5M12 12h8M12 16h6.5',
  plus: 'M12 5v14M5 12h14',
  list: 'M9.5 6.5h10M9.5 12h10M9.5 17.5h10M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1',
  go: 'M4.5 12h14M12.5 5.5 19 12l-6.5 6.5',
  home: 'M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
