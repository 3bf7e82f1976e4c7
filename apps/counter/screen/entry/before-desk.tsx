import { counterWordsIn, Message, useLanguage } from '@antrean/ui';
import type { OwnCounter } from './own-counter.ts';

/** What an installed counter says until its server has said which counter it is; `own` is null until then. */
export function BeforeDesk({ own }: { readonly own: Exclude<OwnCounter['is'], 'counter'> | null }) {
  const [language] = useLanguage();
  const words = counterWordsIn(language).counter;
  if (own === null) return <Message title={words.loading} />;
  const isOther = own === 'other';
  return (
    <Message title={isOther ? words.notCounter : words.unknownDevice}>
      <p>{isOther ? words.notCounterHelp : words.unknownDeviceHelp}</p>
    </Message>
  );
}
