import { useMemo } from 'preact/hooks';
import type { KioskProps } from '../kiosk.tsx';
import { mostUsed } from '../most-used.ts';
import { inOrderOfPlace, type Scene, type Walk } from '../scene.ts';
import type { ServiceSearch } from '../search.ts';
import type { Path } from '../steps.ts';
import { isGone } from '../use-gone.ts';
import { AgencyPage } from './agency-page.tsx';
import { DirectPage } from './direct-page.tsx';
import { DonePage } from './done-page.tsx';
import { ListPage } from './list-page.tsx';
import { SearchPage } from './search-page.tsx';
import { ServicePage } from './service-page.tsx';
import { ShutPage } from './shut-page.tsx';
import { StartPage } from './start-page.tsx';
import { VisitPage } from './visit-page.tsx';

const popularCount = 6;

type Props = Pick<KioskProps, 'mostUsed' | 'newKey'> & {
  scene: Scene;
  path: Path;
  walk: Walk;
  search: ServiceSearch;
  place: string;
  seconds: number | null;
};

/** What stands on the screen at this step of the way. */
export function Page({ scene, search, path, place, seconds, walk, newKey, mostUsed: lastDays }: Props) {
  const { step, priorityClass } = path;
  const { catalogue } = scene;
  const popular = useMemo(() => mostUsed(lastDays, catalogue, popularCount), [lastDays.join(), catalogue]);
  const take = (serviceIds: readonly string[]) => (withoutPaper: boolean) =>
    walk({ kind: 'pressed', key: newKey(), serviceIds: inOrderOfPlace(serviceIds, catalogue), withoutPaper });
  if (place === 'shut') return <ShutPage scene={scene} walk={walk} />;
  if (place === 'start') return <StartPage scene={scene} popular={popular} walk={walk} />;
  switch (step.at) {
    case 'search':
      return <SearchPage scene={scene} query={step.query} search={search} walk={walk} />;
    case 'agency':
      return <AgencyPage scene={scene} agencyId={step.agencyId} walk={walk} />;
    case 'service': {
      const { serviceId, press } = step;
      const onTake = take([serviceId]);
      return <ServicePage {...{ scene, serviceId, press, priorityClass, walk, onTake }} />;
    }
    case 'visit':
      return <VisitPage {...{ scene, press: step.press, priorityClass, walk, onTake: take(path.basket) }} />;
    case 'list':
      return <ListPage scene={scene} step={step} seconds={seconds} walk={walk} />;
    case 'direct':
      return <DirectPage scene={scene} step={step} seconds={seconds} walk={walk} />;
    case 'done':
      return <DonePage scene={scene} step={step} seconds={seconds} walk={walk} />;
    default:
      return null;
  }
}

/** Which page stands on the screen; the start until a visitor has been led away from what is no longer there. */
export function placeOf({ step }: Path, scene: Pick<Scene, 'view'>): string {
  const isUnderWay = step.at === 'done' || ('press' in step && step.press.state === 'taking');
  if (scene.view.shut && !isUnderWay) return 'shut';
  if (isGone(step, scene)) return 'start';
  switch (step.at) {
    case 'agency':
      return `agency ${step.agencyId}`;
    case 'service':
    case 'direct':
    case 'list':
      return `${step.at} ${step.serviceId}`;
    default:
      return step.at;
  }
}
