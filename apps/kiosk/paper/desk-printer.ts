import type { Fault, VirtualPrinter } from '@antrean/printing/virtual';

/** The faults that a person at the desk can choose, by the names of the page's buttons. */
const behaviours = {
  normal: null,
  slow: { kind: 'crawls', bytesPerSecond: 150 },
  silent: { kind: 'neverAcknowledges' },
  eats: { kind: 'neverReads' },
  jams: { kind: 'cutterJams' },
} as const satisfies Readonly<Record<string, Fault | null>>;

type Behaviour = keyof typeof behaviours;

/** What a person can do to the printer: to each name, its values. */
const wishes: Readonly<Record<string, Readonly<Record<string, (printer: VirtualPrinter) => void>>>> = {
  roll: {
    full: (printer) => printer.setRoll('full'),
    low: (printer) => printer.setRoll('low'),
    out: (printer) => printer.setRoll('out'),
  },
  cover: { open: (printer) => printer.setCover(true), closed: (printer) => printer.setCover(false) },
  power: { on: (printer) => printer.setPower(true), off: (printer) => printer.setPower(false) },
  behaviour: Object.fromEntries(
    Object.entries(behaviours).map(([name, fault]) => [name, (printer) => printer.setFault(fault)]),
  ),
};

/** Does what was asked for, as `{ roll: 'out' }`; false when that is nothing a person can do. */
export function obey(printer: VirtualPrinter, asked: unknown): boolean {
  if (typeof asked !== 'object' || asked === null) return false;
  const orders = Object.entries(asked).map(([name, value]) => own(own(wishes, name) ?? {}, value));
  if (orders.length === 0 || orders.includes(undefined)) return false;
  for (const order of orders) order?.(printer);
  return true;
}

/** The printer as the page's buttons show it. */
export function printerState(printer: VirtualPrinter) {
  return {
    roll: printer.roll(),
    cover: printer.isCoverOpen() ? 'open' : 'closed',
    power: printer.isOn() ? 'on' : 'off',
    isJammed: printer.isJammed(),
    behaviour: behaviourOf(printer),
  };
}

function behaviourOf(printer: VirtualPrinter): Behaviour {
  const kind = printer.isJammed() ? 'cutterJams' : printer.fault()?.kind;
  const names: readonly Behaviour[] = ['slow', 'silent', 'eats', 'jams'];
  return names.find((name) => behaviours[name]?.kind === kind) ?? 'normal';
}

function own<T>(record: Readonly<Record<string, T>>, name: unknown): T | undefined {
  return typeof name === 'string' && Object.hasOwn(record, name) ? record[name] : undefined;
}
