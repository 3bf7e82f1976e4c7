import { counterWordsIn, Message, useLanguage } from '@antrean/ui';

/** What an installed counter says until its server has said which counter it is; `own` is null until then. */
export function BeforeDesk({ own }: { readonly own: 'other' | null }) {
  const [language] = useLanguage();
  const words = counterWordsIn(language).counter;
  if (own === null) return <Message title={words.loading} />;
  return (
    <Message title={words.notCounter}>
      <p>{words.notCounterHelp}</p>
    </Message>
  );
}
