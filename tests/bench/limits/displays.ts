// Many displays of one server in a process of their own: tells when the last of them has heard of a number or a call.

import { RawStation } from '../measure/raw-station.ts';

const [port = '0', token = '', count = '0', joins = 'yes'] = process.argv.slice(2);
const heard = { issued: 0, called: 0 };
const hear = (message: string) => {
  const what = /"ticket\.(issued|called)"/.exec(message)?.[1] as keyof typeof heard | undefined;
  if (what === undefined) return;
  heard[what] += 1;
  if (heard[what] % Number(count) === 0) process.send?.({ what, at: String(process.hrtime.bigint()) });
};
const connecting = process.hrtime.bigint();
const stations: RawStation[] = [];
const oneLine = async () => {
  while (stations.length < Number(count)) {
    const place = stations.push(undefined as unknown as RawStation) - 1;
    stations[place] = await RawStation.open(Number(port), token, hear);
    if (joins === 'yes') await stations[place].join();
  }
};
// A few at a time, as a switch lets them in that came back; a flood would measure the kernel's backlog.
await Promise.all(Array.from({ length: 64 }, oneLine));
process.on('disconnect', () => process.exit(0));
process.send?.({ freshMs: Number(process.hrtime.bigint() - connecting) / 1e6 });
