import type { Catalogue } from '@antrean/domain';
import type { ReportAnswer } from '@antrean/protocol';

type Cell = string | number;
type Language = 'id' | 'en';

export type CsvWords = { readonly gone: string; readonly csvNames: { readonly columns: readonly string[] } };

/**
 * One line for each service, as spreadsheets of the reader's language open it: in Indonesian a semicolon parts the cells and a comma
 * the decimals. It begins with a byte order mark, without which a spreadsheet takes UTF-8 for something else.
 */
export function reportCsv(report: ReportAnswer, catalogue: Catalogue, words: CsvWords, language: Language): string {
  const services = new Map(catalogue.services.map((service) => [service.id, service]));
  const agencies = new Map(catalogue.agencies.map((agency) => [agency.id, agency]));
  const order = new Map(catalogue.services.map(({ id }, n) => [id, n]));
  const lines = [...report.services]
    .sort((a, b) => (order.get(a.serviceId) ?? order.size) - (order.get(b.serviceId) ?? order.size))
    .map(({ serviceId, ...figures }): readonly Cell[] => {
      const service = services.get(serviceId);
      const agency = service && agencies.get(service.agencyId);
      const { wait, service: serving } = figures;
      return [
        (language === 'id' ? agency?.name : agency?.nameEn) ?? words.gone,
        serviceId,
        (language === 'id' ? service?.name : service?.nameEn) ?? '',
        service?.track ?? '',
        figures.taken,
        figures.priority,
        figures.served,
        figures.outcomes.papersMissing ?? 0,
        figures.missed,
        figures.expired,
        figures.cancelled,
        figures.voided,
        figures.left,
        ...(wait ? [wait.mean, wait.median, wait.p90] : ['', '', '']),
        figures.onTime,
        wait?.count ?? 0,
        ...(serving ? [serving.mean, serving.median, serving.p90] : ['', '', '']),
      ];
    });
  const mark = '\uFEFF';
  return `${mark}${[words.csvNames.columns, ...lines].map((line) => lineText(line, language)).join('\r\n')}\r\n`;
}

function lineText(cells: readonly Cell[], language: Language): string {
  const [between, decimal] = language === 'id' ? [';', ','] : [',', '.'];
  return cells
    .map((cell) => (typeof cell === 'number' ? String(cell).replace('.', decimal) : quoted(cell)))
    .join(between);
}

// A spreadsheet would take a text that begins like a formula for one.
function quoted(text: string): string {
  const harmless = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[;,"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
