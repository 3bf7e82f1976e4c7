// Pictograms on a 24-unit grid, drawn with one round pen; they stand beside words, never alone.
const drawings = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 20.5 20.5',
  back: 'M14.5 5 7.5 12l7 7',
  forward: 'M9.5 5l7 7-7 7',
  down: 'M5 9.5l7 7 7-7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  people:
    'M9 5.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6M3.5 19c0-3 2.5-5 5.5-5s5.5 2 5.5 5M15.5 6a2.800 2.800 0 0 1 0 5.200M17 14.300c2.200.6 3.5 2.400 3.5 4.700',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M12 8v4.5l3 2',
  place:
    'M12 20.5s-6.5-5.700-6.5-10.5a6.5 6.5 0 0 1 13 0c0 4.800-6.5 10.5-6.5 10.5M12 7.700a2.300 2.300 0 1 1 0 4.600 2.300 2.300 0 0 1 0-4.600',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10',
  pause: 'M8.5 5v14M15.5 5v14',
  slip: 'M6 3.5h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.5zM9.5 8.5h5M9.5 12.5h5',
  camera: 'M4 8.5h3.5L9.300 6h5.400l1.800 2.5H20v10.5H4zM12 10.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6',
  backspace: 'M9 5.5h11.5v13H9L3.5 12zM11.5 9.5l5 5M16.5 9.5l-5 5',
  close: 'M6 6l12 12M18 6 6 18',
  alert: 'M12 4.5 21 19.5H3zM12 10v4.5M12 17v.1',
  heart: 'M12 19.5S4 14.800 4 9.300A4.300 4.300 0 0 1 12 7a4.300 4.300 0 0 1 8 2.300c0 5.5-8 10.200-8 10.200',
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
