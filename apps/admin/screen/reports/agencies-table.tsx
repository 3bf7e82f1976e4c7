import type { ReportAnswer } from '@antrean/protocol';
import { ScrollBox, TrackBadge, wordsIn } from '@antrean/ui';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { countText, shareText } from './figure-text.ts';
import type { ReportScene } from './scene.ts';

type Figures = ReportAnswer['total'];

/** Every agency that gave a number, the busiest first, with its services behind a press. */
export function AgenciesTable(scene: ReportScene) {
  const { report, catalogue, words, language } = scene;
  const [open, setOpen] = useState<readonly string[]>([]);
  const flip = (agencyId: string) =>
    setOpen((last) => (last.includes(agencyId) ? last.filter((id) => id !== agencyId) : [...last, agencyId]));
  const agencies = report.agencies.toSorted((a, b) => b.taken - a.taken);
  const known = new Map(catalogue.services.map((service) => [service.id, service]));
  const servicesOf = (agencyId: string) =>
    report.services
      .filter(({ serviceId }) => known.get(serviceId)?.agencyId === agencyId)
      .sort((a, b) => b.taken - a.taken);
  const lost = report.services.filter(({ serviceId }) => !known.has(serviceId));
  return (
    <section class="panel report-agencies">
      <h2>{words.agenciesTitle}</h2>
      <ScrollBox class="table-scroll" label={words.agenciesTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.agency}</th>
              {[
                words.taken,
                words.served,
                words.missed,
                words.expired,
                words.papers,
                words.waitMedian,
                words.waitP90,
                words.onTime,
                words.serviceMedian,
              ].map((name) => (
                <th key={name} scope="col" class="figure-cell">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {agencies.map(({ agencyId, ...figures }) => {
              const agency = catalogue.agencies.find(({ id }) => id === agencyId);
              const name = (language === 'id' ? agency?.name : agency?.nameEn) ?? agencyId;
              const isOpen = open.includes(agencyId);
              return (
                <Fragment key={agencyId}>
                  <tr>
                    <th scope="row">
                      <button
                        type="button"
                        class="report-fold"
                        aria-expanded={isOpen}
                        aria-label={words.showServices(name)}
                        onClick={() => flip(agencyId)}
                      >
                        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {name}
                      </button>
                    </th>
                    <FigureCells figures={figures} scene={scene} />
                  </tr>
                  {isOpen &&
                    servicesOf(agencyId).map(({ serviceId, ...of }) => {
                      const service = known.get(serviceId);
                      return (
                        <tr key={serviceId} class="report-service">
                          <th scope="row">
                            {language === 'id' ? service?.name : service?.nameEn}{' '}
                            {service && <TrackBadge track={service.track} words={wordsIn(language)} />}
                          </th>
                          <FigureCells figures={of} scene={scene} />
                        </tr>
                      );
                    })}
                </Fragment>
              );
            })}
            {lost.map(({ serviceId, ...figures }) => (
              <tr key={serviceId} class="report-service">
                <th scope="row">
                  {serviceId} ({words.gone})
                </th>
                <FigureCells figures={figures} scene={scene} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <FigureCells figures={report.total} scene={scene} />
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
    </section>
  );
}

function FigureCells({ figures, scene }: { readonly figures: Figures; readonly scene: ReportScene }) {
  const { words, language } = scene;
  const count = (n: number) => countText(n, language);
  const minutes = (n: number | undefined) => (n === undefined ? words.nothing : words.minutes(count(n)));
  const cells = [
    count(figures.taken),
    count(figures.served),
    count(figures.missed),
    count(figures.expired),
    count(figures.outcomes.papersMissing ?? 0),
    minutes(figures.wait?.median),
    minutes(figures.wait?.p90),
    shareText(figures.onTime, figures.wait?.count ?? 0, language) ?? words.nothing,
    minutes(figures.service?.median),
  ];
  return (
    <>
      {cells.map((cell, n) => (
        <td key={n} class="figure-cell number">
          {cell}
        </td>
      ))}
    </>
  );
}
