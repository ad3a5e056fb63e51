import { Button } from '../shared/patternfly.ts';
import TrashIcon from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { useId } from 'react';
import { channelWords, languageWords } from '../shared/words.ts';
import { type Draft, type PassageFields, passagesOf, withPassages } from './draft.ts';
import { examples } from './examples.ts';
import type { Playground } from './usePlayground.ts';

const channels = ['chat', 'email', 'voice', 'sms'];
const locales = ['en-GB', 'en-US', 'de-DE', 'fr-FR', 'es-ES', 'it-IT', 'nl-NL', 'pl-PL'];
const jurisdictions = ['', 'GB', 'US', 'DE', 'AT', 'CH', 'FR', 'ES', 'IT', 'NL', 'PL'];

/** The exchange, as an integrator would send it. */
export function ExchangeForm({ playground }: { playground: Playground }) {
  const { draft, change } = playground;
  return (
    <div className="exchange">
      <div className="field">
        <label htmlFor="example">Begin with an example</label>
        <select
          id="example"
          value=""
          onChange={({ currentTarget }) => {
            const chosen = examples[Number(currentTarget.value)];
            if (chosen !== undefined) {
              playground.load(chosen.draft);
            }
          }}
        >
          <option value="">Choose …</option>
          {examples.map(({ name }, index) => (
            <option key={name} value={index}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="exchange__where">
        <legend className="visually-hidden">Where the exchange takes place</legend>
        <Choice
          name="Judge"
          value={draft.stage}
          change={(stage) => change({ stage })}
          options={[
            ['input', 'the question'],
            ['output', 'the answer'],
          ]}
        />
        <Choice
          name="Channel"
          value={draft.channel}
          change={(channel) => change({ channel })}
          options={channels.map((each) => [each, channelWords(each)])}
        />
        <Choice
          name="Language"
          value={draft.locale}
          change={(locale) => change({ locale })}
          options={locales.map((each) => [each, languageWords(each)])}
        />
        <Choice
          name="Law of"
          value={draft.jurisdiction}
          change={(jurisdiction) => change({ jurisdiction })}
          options={jurisdictions.map((each) => [each, each === '' ? 'not said' : each])}
        />
        <Line name="Bot" value={draft.bot} change={(bot) => change({ bot })} />
      </fieldset>
      <Lines
        name="Earlier answer of the bot"
        hint="empty at the beginning of a conversation"
        value={draft.earlier}
        rows={1}
        change={(earlier) => change({ earlier })}
        locale={draft.locale}
      />
      <Lines
        name="Question of the customer"
        value={draft.question}
        rows={3}
        change={(question) => change({ question })}
        locale={draft.locale}
      />
      {draft.stage === 'output' && (
        <>
          <Lines
            name="Answer of the bot"
            value={draft.answer}
            rows={4}
            change={(answer) => change({ answer })}
            locale={draft.locale}
          />
          <Passages draft={draft} change={change} />
        </>
      )}
      {draft.stage === 'input' && passagesOf(draft).length > 0 && <Passages draft={draft} change={change} />}
    </div>
  );
}

function Passages({ draft, change }: { draft: Draft; change: (changes: Partial<Draft>) => void }) {
  const passages = passagesOf(draft);
  const keep = (next: readonly PassageFields[]) => change({ passages: withPassages(draft, next).passages });
  const set = (index: number, fields: Partial<PassageFields>) =>
    keep(passages.map((passage, place) => (place === index ? { ...passage, ...fields } : passage)));
  return (
    <fieldset className="exchange__passages">
      <legend className="field__label">Passages that the answer rests on</legend>
      {passages.map((passage, index) => (
        <div key={index} className="passage-fields">
          <Lines
            name={`Passage ${index + 1}`}
            value={passage.text}
            rows={2}
            change={(text) => set(index, { text })}
            locale={draft.locale}
          />
          <div className="passage-fields__facts">
            <Line name="Score" value={passage.score} change={(score) => set(index, { score })} placeholder="0.9" />
            <Line name="Valid to" value={passage.validTo} change={(validTo) => set(index, { validTo })} type="date" />
            <Button
              variant="plain"
              aria-label={`Remove passage ${index + 1}`}
              icon={<TrashIcon />}
              onClick={() => keep(passages.filter((_passage, place) => place !== index))}
            />
          </div>
        </div>
      ))}
      <Button variant="link" isInline onClick={() => keep([...passages, { text: '', score: '0.9', validTo: '' }])}>
        Add a passage
      </Button>
    </fieldset>
  );
}

function Choice({
  name,
  value,
  change,
  options,
}: {
  name: string;
  value: string;
  change: (value: string) => void;
  options: readonly (readonly [string, string])[];
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => change(currentTarget.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Line({
  name,
  value,
  change,
  type = 'text',
  placeholder,
}: {
  name: string;
  value: string;
  change: (value: string) => void;
  type?: string;
  placeholder?: string;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type={type}
        value={value}
        placeholder={placeholder}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
    </div>
  );
}

function Lines({
  name,
  hint,
  value,
  rows,
  change,
  locale,
}: {
  name: string;
  hint?: string;
  value: string;
  rows: number;
  change: (value: string) => void;
  locale: string;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {name}
        {hint !== undefined && <span className="field__hint"> ({hint})</span>}
      </label>
      <textarea id={id} rows={rows} value={value} lang={locale} onChange={({ currentTarget }) => change(currentTarget.value)} />
    </div>
  );
}
