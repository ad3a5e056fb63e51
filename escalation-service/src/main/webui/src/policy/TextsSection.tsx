import { useState } from 'react';
import type { Template, TemplateKind } from '../api/policyTypes.ts';
import { channelWords, languageWords, spelledOut } from '../shared/words.ts';

const kinds: Record<TemplateKind, string> = {
  reply: 'Replies instead of the answer',
  disclaimer: 'Disclaimers',
  label: 'Labels',
  mask: 'Masks for what is taken out',
};

/** Every text that a customer may read by this policy, in one language at a time, for every channel. */
export function TextsSection({ templates }: { templates: readonly Template[] }) {
  const languages = [...new Set(templates.flatMap(({ texts }) => texts.map(({ language }) => language)))];
  const [language, setLanguage] = useState(languages[0] ?? 'en');
  const channels = [...new Set(templates.flatMap(({ texts }) => texts.map(({ channel }) => channel)))];
  return (
    <section id="texts" aria-labelledby="title-texts">
      <h2 id="title-texts">Texts for customers</h2>
      <div className="texts-head">
        <p className="muted">A channel without a text of its own uses the one for every channel.</p>
        <label htmlFor="texts-language" className="field__label">
          Language
        </label>
        <select
          id="texts-language"
          className="plain-select"
          value={language}
          onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
        >
          {languages.map((each) => (
            <option key={each} value={each}>
              {languageWords(each)}
            </option>
          ))}
        </select>
      </div>
      {(Object.keys(kinds) as TemplateKind[]).map((kind) => {
        const ofKind = templates.filter((template) => template.kind === kind);
        const used = channels.filter((channel) => ofKind.some(({ texts }) => texts.some((text) => text.channel === channel)));
        return (
          ofKind.length > 0 && (
            <div key={kind} className="card scrolling texts-table">
              <table className="table">
                <caption>{kinds[kind]}</caption>
                <thead>
                  <tr>
                    <th scope="col">Name</th>
                    {used.map((channel) => (
                      <th key={channel} scope="col">
                        {channel === 'default' ? 'Every channel' : channelWords(channel)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {ofKind.map(({ name, texts }) => (
                    <tr key={name}>
                      <th scope="row">{spelledOut(name)}</th>
                      {used.map((channel) => (
                        <td key={channel} lang={language}>
                          <Wordings texts={texts.filter((text) => text.channel === channel && text.language === language)} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        );
      })}
    </section>
  );
}

/** The text of one channel; where people of another kind read another one, both, each with who reads it. */
function Wordings({ texts }: { texts: Template['texts'] }) {
  if (texts.length === 0) {
    return (
      <span className="muted" lang="en">
        –
      </span>
    );
  }
  return texts.map(({ audience, text, reference }) => (
    <p key={audience} title={reference}>
      {audience !== 'default' && (
        <span className="chip--quiet" lang="en">
          {spelledOut(audience)}
        </span>
      )}{' '}
      {text}
    </p>
  ));
}
