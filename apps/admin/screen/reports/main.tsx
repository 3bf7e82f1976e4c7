import { keepCatalogue, openEntrance, readDemo } from '@antrean/client';
import type { DemoAnswer } from '@antrean/protocol';
import { Message, reportWordsIn, useLanguage, useSource } from '@antrean/ui';
import '@antrean/ui/base.css';
import { render } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { type Inside, ManagerGate } from '../entry/manager-gate.tsx';
import { ReportPage } from './report-page.tsx';

const place = document.getElementById('screen') as HTMLElement;
const entrance = openEntrance({ url: '' });

function Screen({ demo }: { readonly demo: DemoAnswer | null }) {
  const [language, onLanguage] = useLanguage();
  const words = reportWordsIn(language);
  useEffect(() => {
    document.title = `${words.title} · Antrean`;
  }, [words]);
  const page = (inside: Inside) => <Loaded {...inside} {...{ language, onLanguage }} />;
  return <ManagerGate {...{ entrance, demo, language, onLanguage }}>{page}</ManagerGate>;
}

type LoadedProps = Inside & Pick<Parameters<typeof ReportPage>[0], 'language' | 'onLanguage'>;

/** The page needs the mall's services, zone and clock. */
function Loaded(props: LoadedProps) {
  const { station } = props;
  const kept = useMemo(() => keepCatalogue(station), [station]);
  useEffect(() => kept.close, [kept]);
  const mall = useSource(kept);
  return mall ? <ReportPage {...props} mall={mall} /> : <Message title={reportWordsIn(props.language).working} />;
}

render(<Screen demo={await readDemo('')} />, place);
