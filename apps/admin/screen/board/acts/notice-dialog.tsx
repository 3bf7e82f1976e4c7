import { longestNotice } from '@antrean/protocol';
import { boardWordsIn, NoticeBanner } from '@antrean/ui';
import { useState } from 'preact/hooks';
import { untilText, zoneName } from '../scene.ts';
import { nameOf } from '../telling.ts';
import { ActDialog, type ActProps } from './act-dialog.tsx';
import { type Until, UntilField, untilMoment } from './until-field.tsx';

const examples = ['soon', 'lastNumbers', 'vehicle', 'leave'] as const;

/** A message for the hall's displays, in both languages and as they will show it. */
export function NoticeDialog(props: ActProps) {
  const { scene } = props;
  const { language, words } = scene.locale;
  const said = words.acts.notice;
  const [text, setText] = useState('');
  const [textEn, setTextEn] = useState('');
  const [zoneId, setZoneId] = useState<string | null>(null);
  const [until, setUntil] = useState<Until>({ kind: '30', time: '' });
  const moment = untilMoment(until, scene);
  // What an example leaves open is for the supervisor to say: the hall must not read it.
  const hasHole = `${text}${textEn}`.includes('…');
  const isWritten = text.trim() !== '' && textEn.trim() !== '' && !hasHole;
  const where = zoneId === null ? said.allDisplays : said.displaysIn(zoneName(scene, zoneId));
  const consequence = () => {
    if (hasHole) return said.hole;
    if (!isWritten) return said.missing;
    if (typeof moment === 'string') return words.acts[moment === 'past' ? 'clockPast' : 'clockMissing'];
    return said.consequence(where, untilText(scene, moment));
  };
  return (
    <ActDialog
      {...props}
      isWide
      title={said.title}
      act={
        isWritten && typeof moment !== 'string'
          ? { kind: 'notice', text: text.trim(), textEn: textEn.trim(), zoneId, until: moment }
          : null
      }
      consequence={consequence()}
      confirm={said.confirm}
    >
      <fieldset class="choices">
        <legend>{said.templates}</legend>
        {examples.map((example) => (
          <button
            key={example}
            type="button"
            class="press press-quiet"
            onClick={() => {
              setText(boardWordsIn('id').acts.notice.examples[example].text);
              setTextEn(boardWordsIn('en').acts.notice.examples[example].text);
            }}
          >
            {said.examples[example].name}
          </button>
        ))}
      </fieldset>
      <div class="field-pair">
        <label class="field-line">
          {said.text}
          <textarea
            class="field"
            rows={2}
            maxLength={longestNotice}
            lang="id"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <label class="field-line">
          {said.textEn}
          <textarea
            class="field"
            rows={2}
            maxLength={longestNotice}
            lang="en"
            value={textEn}
            onInput={(event) => setTextEn(event.currentTarget.value)}
          />
        </label>
      </div>
      <div class="field-line">
        {said.preview}
        <div class="notice-preview">
          <NoticeBanner
            first={{ language: 'id', text: text.trim() || said.previewEmpty }}
            second={{ language: 'en', text: textEn.trim() }}
          />
        </div>
      </div>
      <div class="field-pair field-pair-narrow">
        <label class="field-line">
          {said.zone}
          <select
            class="field"
            value={zoneId ?? ''}
            onChange={(event) => setZoneId(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          >
            <option value="">{said.everywhere}</option>
            {scene.catalogue.zones.map((zone) => (
              <option key={zone.id} value={zone.id}>
                {nameOf(language, zone)}
              </option>
            ))}
          </select>
        </label>
        <UntilField {...{ until, scene }} onChange={setUntil} />
      </div>
    </ActDialog>
  );
}
