import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { listPolicies, policyKeys, readPolicy } from '../api/policies.ts';
import type { PolicyInForce, PolicyItem } from '../api/policyTypes.ts';
import { shortDigest } from '../case/why.ts';
import { may } from '../session/rights.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { actionWords, coverWords } from '../shared/actions.ts';
import { Loaded } from '../shared/Loaded.tsx';
import { count, languageWords } from '../shared/words.ts';
import { byCover, queuesOf } from './grouping.ts';
import { RuleCard } from './RuleCard.tsx';
import { TextsSection } from './TextsSection.tsx';
import '../shared/page.css';
import './policy.css';

/** A bot that has a policy of its own, or any other for the baseline. */
function botOf({ bots }: PolicyItem): string {
  return bots[0] ?? 'any-other-bot';
}

/** The policy in force, for people who answer for it and do not read its document. */
export function PolicyPage() {
  const [parameters, setParameters] = useSearchParams();
  const policies = useQuery({
    queryKey: policyKeys.list,
    queryFn: ({ signal }) => listPolicies(signal),
    refetchInterval: 60_000,
  });
  const bot = parameters.get('bot') ?? (policies.data?.[0] === undefined ? null : botOf(policies.data[0]));
  const policy = useQuery({
    queryKey: policyKeys.current(bot ?? ''),
    queryFn: ({ signal }) => readPolicy(bot ?? '', signal),
    enabled: bot !== null,
    refetchInterval: 60_000,
  });
  useEffect(() => {
    document.title = 'Policy · Surety';
  }, []);
  return (
    <main className="page policy">
      <div className="page__head">
        <h1>Policy in force</h1>
        <div className="page__tools">
          <label htmlFor="which-policy" className="field__label">
            Policy
          </label>
          <select
            id="which-policy"
            className="plain-select"
            value={bot ?? ''}
            onChange={({ currentTarget }) => setParameters({ bot: currentTarget.value })}
          >
            {(policies.data ?? []).map((item) => (
              <option key={item.digest} value={botOf(item)}>
                {item.id} {item.version} – {item.bots.length === 0 ? 'every bot without its own' : item.bots.join(', ')}
              </option>
            ))}
          </select>
        </div>
      </div>
      {bot === null ? (
        <Loaded query={policies} what="The list of policies">
          {() => <p className="policy__empty">There is no policy.</p>}
        </Loaded>
      ) : (
        <Loaded query={policy} what="The policy">
          {(data) => <PolicyView policy={data} />}
        </Loaded>
      )}
    </main>
  );
}

function PolicyView({ policy }: { policy: PolicyInForce }) {
  const groups = byCover(policy.rules);
  const session = useSession();
  return (
    <div className="policy__body">
      <nav className="policy__contents" aria-label="On this page">
        <ul>
          {groups.map(({ cover, rules }) => (
            <li key={cover}>
              <a href={`#cover-${cover}`}>
                {coverWords(cover).name} <span className="tabs__count">{rules.length}</span>
              </a>
            </li>
          ))}
          <li>
            <a href="#queues">Queues</a>
          </li>
          <li>
            <a href="#texts">Texts for customers</a>
          </li>
          <li>
            <a href="#tests">
              Tests <span className="tabs__count">{policy.tests.length}</span>
            </a>
          </li>
          <li>
            <a href="#document">Document</a>
          </li>
        </ul>
      </nav>
      <div className="policy__sections">
        <Identity policy={policy} />
        {groups.map(({ cover, rules }) => (
          <section key={cover} id={`cover-${cover}`} aria-labelledby={`title-${cover}`}>
            <h2 id={`title-${cover}`}>{coverWords(cover).name}</h2>
            <p className="muted">{coverWords(cover).meaning}</p>
            <ul className="policy__rules">
              {rules.map((rule) => (
                <li key={rule.id}>
                  <RuleCard rule={rule} templates={policy.templates} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <Queues policy={policy} />
        <TextsSection templates={policy.templates} />
        <section id="tests" aria-labelledby="title-tests">
          <h2 id="title-tests">Tests</h2>
          <p className="muted">
            Exchanges that the policy itself says how to decide. The playground runs them for a changed document.
          </p>
          <details className="card fold">
            <summary>{count(policy.tests.length, 'test', 'tests')}</summary>
            <Tests policy={policy} />
          </details>
        </section>
        <section id="document" aria-labelledby="title-document">
          <h2 id="title-document">Document</h2>
          <p className="muted">
            As it was written.{' '}
            {may(session, 'tryPolicies') && <Link to="/policy/playground">Try changes to it in the playground</Link>}
          </p>
          <details className="card fold">
            <summary>{count(policy.document.split('\n').length, 'line', 'lines')}</summary>
            <pre className="policy__document" tabIndex={0} aria-label="The policy document">
              {policy.document}
            </pre>
          </details>
        </section>
      </div>
    </div>
  );
}

function Identity({ policy }: { policy: PolicyInForce }) {
  const { defaults } = policy;
  const languages = [...new Set(policy.templates.flatMap(({ texts }) => texts.map(({ language }) => language)))];
  return (
    <section className="card identity" aria-label="Which policy this is">
      <p className="identity__name">
        <strong>{policy.id}</strong> version {policy.version}{' '}
        <code title={policy.digest} className="mono">
          {shortDigest(policy.digest)}
        </code>
      </p>
      <p>{policy.description}</p>
      <dl>
        <div>
          <dt>Decides for</dt>
          <dd>{policy.bots.length === 0 ? 'every bot that has no policy of its own' : policy.bots.join(', ')}</dd>
        </div>
        <div>
          <dt>Rules</dt>
          <dd>
            {policy.rules.length}, {policy.rules.filter(({ enforced }) => !enforced).length} of them only observing
          </dd>
        </div>
        <div>
          <dt>Languages</dt>
          <dd>{languages.map(languageWords).join(', ')}</dd>
        </div>
        <div>
          <dt>What cannot be judged</dt>
          <dd>
            {defaults.onError === 'fail_closed' ? actionWords(defaults.degraded.action).name : 'Passed over, visibly'}
            {defaults.onError === 'fail_closed' && defaults.degraded.queue !== undefined && (
              <>
                {' '}
                to queue {defaults.degraded.queue}, priority {defaults.degraded.priority}
              </>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Queues({ policy }: { policy: PolicyInForce }) {
  return (
    <section id="queues" aria-labelledby="title-queues">
      <h2 id="title-queues">Queues</h2>
      <p className="muted">Where people wait for what the rules hand over.</p>
      <div className="card scrolling">
        <table className="table">
          <caption className="visually-hidden">Queues</caption>
          <thead>
            <tr>
              <th scope="col">Queue</th>
              <th scope="col">Sent there by</th>
            </tr>
          </thead>
          <tbody>
            {queuesOf(policy).map(({ queue, uses }) => (
              <tr key={queue}>
                <th scope="row">{queue}</th>
                <td>
                  <ul className="queue-uses">
                    {uses.map(({ rule, priority }) => (
                      <li key={`${rule} ${priority}`}>
                        <code>{rule}</code> {priority}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Tests({ policy }: { policy: PolicyInForce }) {
  return (
    <div className="scrolling">
      <table className="table">
        <caption className="visually-hidden">Tests of the policy</caption>
        <thead>
          <tr>
            <th scope="col">Test</th>
            <th scope="col">Judged</th>
            <th scope="col">Expected</th>
            <th scope="col">Rules that have to fire</th>
          </tr>
        </thead>
        <tbody>
          {policy.tests.map(({ name, stage, expected, rules }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{stage === 'input' ? 'question' : 'answer'}</td>
              <td>{actionWords(expected).name}</td>
              <td>
                <code>{rules.join(', ')}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
