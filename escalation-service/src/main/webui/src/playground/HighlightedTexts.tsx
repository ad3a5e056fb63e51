import { useState } from 'react';
import type { Exchange } from '../api/policyTypes.ts';
import { spelledOut } from '../shared/words.ts';
import { score } from '../case/why.ts';
import { textsOf } from './draft.ts';
import { type Family, type Mark, familyOf, piecesOf } from './highlights.ts';

const familyWords: Record<Family, string> = {
  privacy: 'Personal data',
  attack: 'Attacks and harm',
  advice: 'Advice and scope',
  person: 'A person is needed',
  source: 'Claims and sources',
  other: 'Other',
};

/** The texts with every finding at its place. Numbers join a place with its line below, so that nothing depends on a colour. */
export function HighlightedTexts({ exchange, marks }: { exchange: Exchange; marks: readonly Mark[] }) {
  const [hidden, setHidden] = useState<readonly Family[]>([]);
  const present = (Object.keys(familyWords) as Family[]).filter((family) =>
    marks.some(({ category }) => familyOf(category) === family),
  );
  const shown = marks.filter(({ category }) => !hidden.includes(familyOf(category)));
  const texts = textsOf(exchange);
  const toggle = (family: Family) =>
    setHidden(hidden.includes(family) ? hidden.filter((each) => each !== family) : [...hidden, family]);
  return (
    <section className="card" aria-labelledby="found-title">
      <div className="card__head">
        <h2 id="found-title">Where something was found</h2>
        <div className="legend" role="group" aria-label="Kinds of findings to show">
          {present.map((family) => (
            <button key={family} type="button" aria-pressed={!hidden.includes(family)} onClick={() => toggle(family)}>
              <span className="legend__swatch" data-family={family} aria-hidden="true" />
              {familyWords[family]} ({marks.filter(({ category }) => familyOf(category) === family).length})
            </button>
          ))}
        </div>
      </div>
      <div className="texts">
        {texts.map(({ path, name, text }) => (
          <div key={path} className="texts__one">
            <h3>{name}</h3>
            <p lang={exchange.conversation.locale}>
              {piecesOf(
                text,
                shown.filter((mark) => mark.path === path),
              ).map((piece, index) => (
                <PieceView key={index} text={piece.text} marks={piece.marks} ends={piece.ends} />
              ))}
            </p>
          </div>
        ))}
      </div>
      {marks.length === 0 ? (
        <p className="texts__none">No check found anything in these texts.</p>
      ) : (
        <FindingTable marks={shown} texts={texts} />
      )}
    </section>
  );
}

function PieceView({ text, marks, ends }: { text: string; marks: readonly Mark[]; ends: readonly Mark[] }) {
  const innermost = marks.at(-1);
  if (innermost === undefined) {
    return text;
  }
  return (
    <>
      <mark data-family={familyOf(innermost.category)} title={marks.map(({ category }) => spelledOut(category)).join(', ')}>
        {text}
      </mark>
      {ends.map(({ number }) => (
        <sup key={number} id={`place-${number}`}>
          <span className="visually-hidden">finding </span>
          {number}
        </sup>
      ))}
    </>
  );
}

function FindingTable({ marks, texts }: { marks: readonly Mark[]; texts: ReturnType<typeof textsOf> }) {
  const textAt = new Map(texts.map((each) => [each.path, each]));
  return (
    <div className="scrolling">
      <table className="table">
        <caption className="visually-hidden">Findings</caption>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Words</th>
            <th scope="col">What</th>
            <th scope="col" className="number">
              Score
            </th>
            <th scope="col">Taken up by</th>
          </tr>
        </thead>
        <tbody>
          {marks.map((mark) => (
            <tr key={mark.number}>
              <td>
                <span className="finding-number" data-family={familyOf(mark.category)}>
                  {mark.number}
                </span>
              </td>
              <td>
                <q lang="">{textAt.get(mark.path)?.text.slice(mark.start, mark.end)}</q>
                <span className="muted"> {textAt.get(mark.path)?.name ?? mark.path}</span>
              </td>
              <td>{spelledOut(mark.category)}</td>
              <td className="number">{score(Math.round(mark.score * 1000))}</td>
              <td>
                {mark.rules.length === 0 ? (
                  <span className="muted">no rule</span>
                ) : (
                  mark.rules.map((rule) => (
                    <a key={rule} href={`#rule-${rule}`}>
                      <code>{rule}</code>
                    </a>
                  ))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
