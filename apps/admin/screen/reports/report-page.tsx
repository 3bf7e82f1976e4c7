import { siteTime } from '@antrean/domain';
import { type CatalogueAnswer, longestReportDays } from '@antrean/protocol';
import { LanguageSwitch, reportWordsIn, type ScreenLanguage } from '@antrean/ui';
import { useState } from 'preact/hooks';
import type { Inside } from '../entry/manager-gate.tsx';
import '../overview.css';
import { AgenciesTable } from './agencies-table.tsx';
import { BusyHours } from './busy-hours.tsx';
import { CountersTable } from './counters-table.tsx';
import { DaysChart } from './days-chart.tsx';
import { periodText } from './figure-text.ts';
import { AlsoLine, Headline } from './headline.tsx';
import { type Choice, PeriodChooser } from './period-chooser.tsx';
import { type Period, periodOf } from './periods.ts';
import { reportCsv } from './report-csv.ts';
import './reports.css';
import './print.css';
import { SignatureBlock } from './signature-block.tsx';
import { useFigures } from './use-figures.ts';

type ReportPageProps = Inside & {
  readonly mall: CatalogueAnswer;
  readonly language: ScreenLanguage;
  readonly onLanguage: (language: ScreenLanguage) => void;
};

/** What the mall did in a period, on the screen, as a file, and as the sheet that is signed each month. */
export function ReportPage({ station, manager, leave, mall, language, onLanguage }: ReportPageProps) {
  const words = reportWordsIn(language);
  const { catalogue } = mall;
  const today = siteTime(mall.now, catalogue.site.timeZone).date;
  const [choice, setChoice] = useState<Choice>('today');
  const [period, setPeriod] = useState<Period>(() => periodOf('today', today));
  const now = useFigures(station, period, today, () => leave('ended'));
  const report = now.state === 'here' ? now.report : null;
  const isEmpty = report !== null && report.days.length === 0 && report.unread === 0;
  const scene = report && !isEmpty ? { report, catalogue, words, language } : null;
  const download = () => {
    if (!report) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(
      new Blob([reportCsv(report, catalogue, words, language)], { type: 'text/csv;charset=utf-8' }),
    );
    link.download = `${words.csvNames.file}-${report.from}-${report.to}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div class="overview report">
      <header class="overview-head">
        <div class="overview-title">
          <a href="/admin/">← {words.overview}</a>
          <h1>{words.title}</h1>
          <p>
            {catalogue.site.name}. {words.intro}
          </p>
        </div>
        <div class="overview-now">
          <span>{manager.name}</span>
          <button type="button" class="overview-out" onClick={() => leave('signedOut')}>
            {words.signOut}
          </button>
          <LanguageSwitch language={language} label={words.language} onChoose={onLanguage} />
        </div>
      </header>
      <main class="overview-main">
        <div class="report-bar-top">
          <PeriodChooser
            {...{ choice, period, today, words }}
            longestDays={longestReportDays}
            onChoose={(chosen, dates) => {
              setChoice(chosen);
              setPeriod(dates);
            }}
          />
          <div class="report-acts">
            <button type="button" class="overview-out" disabled={!scene} onClick={download}>
              {words.csv}
            </button>
            <button type="button" class="overview-out" disabled={!scene} onClick={() => window.print()}>
              {words.print}
            </button>
          </div>
        </div>
        <h2 class="report-title">
          <span class="report-printed">
            {words.signature.monthly} {catalogue.site.name},{' '}
          </span>
          {periodText(period.from, period.to, language)}
        </h2>
        <p role="status" class={report && !isEmpty && report.unread === 0 ? 'report-quiet' : 'overview-wait'}>
          {now.state === 'working' && words.working}
          {now.state === 'failed' && words.failed}
          {isEmpty && words.none}
          {report !== null && report.unread > 0 && words.unread(report.unread)}
        </p>
        {scene && (
          <>
            <Headline {...scene} before={now.state === 'here' ? now.before : null} />
            <AlsoLine {...scene} />
            {scene.report.days.length > 1 && <DaysChart {...scene} />}
            <BusyHours {...scene} />
            <AgenciesTable {...scene} />
            <CountersTable {...scene} />
            <SignatureBlock words={words} />
          </>
        )}
      </main>
    </div>
  );
}
