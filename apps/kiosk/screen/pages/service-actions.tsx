import type { ServiceOffer } from '@antrean/domain';
import { isExhausted, isUncertain, type Press } from '../confirming.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene, Walk } from '../scene.ts';
import { choiceOf } from './direct-page.tsx';
import { TakeButton } from './take-button.tsx';

type Props = {
  scene: Scene;
  offer: ServiceOffer;
  press: Press;
  walk: Walk;
  onTake: (withoutPaper: boolean) => void;
};

/** What can be done about one service: one thing that most people want, and beside it what few do. */
export function ServiceActions(props: Props) {
  const { scene, offer, press, walk } = props;
  const { words, noPaper, hasPrinter, basket } = scene;
  const { service, list, visit } = words.kiosk;
  const isFixed = press.state === 'taking' || isUncertain(press);
  const canPrintList = hasPrinter && noPaper === null && offer.service.bring.length > 0;
  const canAddMore = offer.open && basket.length === 0 && !isExhausted(press);
  return (
    <>
      <MainAction {...props} />
      {isFixed || !(canPrintList || canAddMore) ? null : (
        <div class="page-buttons">
          {canPrintList ? (
            <button type="button" class="button-quiet" onClick={() => walk({ kind: 'list' })}>
              <Icon name="list" />
              {list.print}
            </button>
          ) : null}
          {canAddMore ? (
            <button type="button" class="button-quiet" onClick={() => walk({ kind: 'addMore' })}>
              <Icon name="plus" />
              {visit.addMore}
            </button>
          ) : null}
        </div>
      )}
      {offer.open ? null : (
        <button type="button" class="button-main" onClick={() => walk({ kind: 'back' })}>
          <Icon name="back" />
          {service.chooseOther}
        </button>
      )}
    </>
  );
}

function MainAction({ scene, offer, press, walk, onTake }: Props) {
  const { words, language, basket, hasFigures } = scene;
  const { visit, direct } = words.kiosk;
  if (!offer.open) return null;
  if (basket.length > 0)
    return (
      <button type="button" class="button-main" onClick={() => walk({ kind: 'added' })}>
        <Icon name="plus" />
        {visit.addThis}
      </button>
    );
  const { freeCounters: counters } = offer;
  if (hasFigures && counters.length > 0 && press.state === 'open')
    return (
      <>
        <button type="button" class="button-main take" onClick={() => walk({ kind: 'direct', counters })}>
          <Icon name="go" />
          <span class="take-text">
            {direct.go(choiceOf(counters, language))}
            <span class="take-have">{direct.without}</span>
          </span>
        </button>
        <button type="button" class="button-quiet" onClick={() => onTake(scene.noPaper !== null)}>
          <Icon name="slip" />
          {direct.still}
        </button>
      </>
    );
  return <TakeButton {...{ scene, press, walk, onTake }} hasPapers={offer.service.bring.length > 0} />;
}
