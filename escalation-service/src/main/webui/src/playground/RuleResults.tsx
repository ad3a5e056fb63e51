import type { ReactNode } from 'react';
import { ScoreBar } from '../case/ScoreBar.tsx';
import { score, valueWords } from '../case/why.ts';
import type { CheckOutcome, RuleOutcome } from '../api/policyTypes.ts';
import { ActionMark } from '../shared/ActionMark.tsx';
import { coverWords } from '../shared/actions.ts';
import { count } from '../shared/words.ts';
import type { Mark } from './highlights.ts';

/** What every rule said: those that fired in full, the silent ones in a line each. */
export function RuleResults({ results, marks }: { results: readonly RuleOutcome[]; marks: readonly Mark[] }) {
  const speaking = results.filter(({ status }) => status !== 'pass');
  const silent = results.filter(({ status }) => status === 'pass');
  return (
    <section aria-labelledby="rules-title" className="rules">
      <h2 id="rules-title">{speaking.length === 0 ? 'No rule fired' : `${count(speaking.length, 'rule', 'rules')} fired`}</h2>
      <ul className="rules__fired">
        {speaking.map((result) => (
          <li key={result.rule} id={`rule-${result.rule}`} tabIndex={-1} className="card rule">
            <FiredRule result={result} marks={marks} />
          </li>
        ))}
      </ul>
      {silent.length > 0 && (
        <details className="card fold">
          <summary>{count(silent.length, 'rule', 'rules')} stayed silent</summary>
          <div className="scrolling">
            <SilentRules results={silent} />
          </div>
        </details>
      )}
    </section>
  );
}

function FiredRule({ result, marks }: { result: RuleOutcome; marks: readonly Mark[] }) {
  const inputs = Object.entries(result.inputs);
  const numbers = marks.filter(({ rules }) => rules.includes(result.rule)).map(({ number }) => number);
  return (
    <>
      <div className="rule__head">
        <h3>
          <code>{result.rule}</code>
        </h3>
        {result.status !== 'fail' ? (
          <span className="chip--quiet">could not be judged</span>
        ) : (
          <ActionMark action={result.action} />
        )}
        {!result.enforced && <span className="chip--quiet">only observed</span>}
        {result.cover !== undefined && <span className="chip--quiet">{coverWords(result.cover).name}</span>}
      </div>
      {result.message !== '' && <p>{result.message}</p>}
      <dl className="rule__facts">
        <Fact name="Score">
          <ScoreBar
            scorePerMille={Math.round(result.score * 1000)}
            thresholdPerMille={result.threshold === undefined ? null : Math.round(result.threshold * 1000)}
          />
        </Fact>
        <Fact name="Condition">
          <code>{result.condition}</code>
        </Fact>
        {inputs.length > 0 && (
          <Fact name="Values seen">
            {inputs.map(([name, value]) => (
              <code key={name} className="value">
                {name} = {valueWords(value)}
              </code>
            ))}
          </Fact>
        )}
        {numbers.length > 0 && (
          <Fact name="Found">
            {numbers.map((number) => (
              <a key={number} href={`#place-${number}`} className="finding-number" aria-label={`Finding ${number}`}>
                {number}
              </a>
            ))}
          </Fact>
        )}
        {result.counterfactual !== undefined && <Fact name="Otherwise">{result.counterfactual}</Fact>}
        {result.reasonCode !== '' && (
          <Fact name="Reason code">
            <code>{result.reasonCode}</code>
          </Fact>
        )}
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SilentRules({ results }: { results: readonly RuleOutcome[] }) {
  return (
    <table className="table">
      <caption className="visually-hidden">Rules that stayed silent</caption>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col" className="number">
            Score
          </th>
          <th scope="col" className="number">
            Threshold
          </th>
          <th scope="col">Condition</th>
        </tr>
      </thead>
      <tbody>
        {results.map(({ rule, message, score: reached, threshold, condition }) => (
          <tr key={rule} id={`rule-${rule}`}>
            <th scope="row" title={message}>
              <code>{rule}</code>
            </th>
            <td className="number">{score(Math.round(reached * 1000))}</td>
            <td className="number">{threshold === undefined ? '–' : score(Math.round(threshold * 1000))}</td>
            <td>
              <code>{condition}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What every check showed, with what it cost. */
export function CheckResults({ checks }: { checks: readonly CheckOutcome[] }) {
  const total = checks.reduce((sum, { micros }) => sum + micros, 0);
  return (
    <details className="card fold">
      <summary>
        {count(checks.length, 'check', 'checks')} looked, {(total / 1000).toFixed(1)} ms in all
      </summary>
      <div className="scrolling">
        <table className="table">
          <caption className="visually-hidden">What every check showed</caption>
          <thead>
            <tr>
              <th scope="col">Check</th>
              <th scope="col" className="number">
                Score
              </th>
              <th scope="col">Values</th>
              <th scope="col" className="number">
                Time
              </th>
            </tr>
          </thead>
          <tbody>
            {checks.map(({ check, detector, status, score: reached, values, micros }) => (
              <tr key={check}>
                <th scope="row">
                  <code>{detector}</code>
                </th>
                <td className="number">{reached === undefined ? status : score(Math.round(reached * 1000))}</td>
                <td>
                  {Object.entries(values).map(([name, value]) => (
                    <code key={name} className="value">
                      {name} = {valueWords(value)}
                    </code>
                  ))}
                </td>
                <td className="number">{micros} µs</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
