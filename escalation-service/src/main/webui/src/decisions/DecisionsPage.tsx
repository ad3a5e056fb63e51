import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, ToggleGroup, ToggleGroupItem } from '../shared/patternfly.ts';
import { type ReactNode, useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type Figures, type Window, figureKeys, listDecisions, readFigures, windows } from '../api/figures.ts';
import { type Action, actions } from '../api/policyTypes.ts';
import { explain } from '../api/problem.ts';
import { ActionMark } from '../shared/ActionMark.tsx';
import { actionWords, coverOrder, coverWords } from '../shared/actions.ts';
import { Loaded } from '../shared/Loaded.tsx';
import { clockTime, fullTime } from '../shared/time.ts';
import { channelWords, count } from '../shared/words.ts';
import { DecisionsChart } from './DecisionsChart.tsx';
import { millis, share, topRules } from './series.ts';
import '../shared/page.css';
import './decisions.css';

const windowWords: Record<Window, string> = { '15m': '15 minutes', '1h': '1 hour', '24h': '24 hours', '7d': '7 days' };
const everyMillis: Record<Window, number> = { '15m': 5_000, '1h': 10_000, '24h': 30_000, '7d': 60_000 };

/** What is being decided, live: how much, by which rules, how fast, and the decisions behind the figures. */
export function DecisionsPage() {
  const [parameters, setParameters] = useSearchParams();
  const window = windows.find((each) => each === parameters.get('window')) ?? '1h';
  const action = actions.find((each) => each === parameters.get('action')) ?? '';
  const rule = parameters.get('rule') ?? '';
  const ask = (changes: Record<string, string>) => {
    const next = new URLSearchParams({ window, action, rule, ...changes });
    [...next].filter(([, value]) => value === '').forEach(([name]) => next.delete(name));
    setParameters(next, { replace: true });
  };
  const figures = useQuery({
    queryKey: figureKeys.figures(window),
    queryFn: ({ signal }) => readFigures(window, signal),
    refetchInterval: everyMillis[window],
    placeholderData: (before) => before,
  });
  useEffect(() => {
    document.title = 'Decisions · Surety';
  }, []);
  return (
    <main className="page decisions">
      <div className="page__head">
        <h1>Decisions</h1>
        <p>
          Counted a moment after each decision, and read again every {everyMillis[window] / 1000} seconds
          {figures.dataUpdatedAt > 0 && `; last at ${clockTime(new Date(figures.dataUpdatedAt).toISOString())}`}.
        </p>
        <div className="page__tools">
          <ToggleGroup aria-label="How far back" isCompact>
            {windows.map((each) => (
              <ToggleGroupItem
                key={each}
                text={windowWords[each]}
                isSelected={each === window}
                onChange={() => ask({ window: each })}
              />
            ))}
          </ToggleGroup>
        </div>
      </div>
      <Loaded query={figures} what="The figures">
        {(data) => (
          <div className="decisions__body">
            <Tiles figures={data} />
            <DecisionsChart figures={data} />
            <div className="decisions__pair">
              <Rules figures={data} choose={(name) => ask({ rule: name })} />
              <Covers figures={data} />
            </div>
            <Recent question={{ window, action, rule }} ask={ask} />
          </div>
        )}
      </Loaded>
    </main>
  );
}

function Tiles({ figures }: { figures: Figures }) {
  const { decisions, actions: counts, degraded, latency, feedback } = figures;
  const judged = Object.values(feedback).reduce((sum, each) => sum + each, 0);
  return (
    <ul className="tiles" aria-label="In short">
      <Tile name="Decisions" value={decisions.toLocaleString('en')} />
      <Tile
        name="Escalated"
        value={share(counts.escalate ?? 0, decisions)}
        detail={count(counts.escalate ?? 0, 'decision', 'decisions')}
      />
      <Tile
        name="Blocked"
        value={share(counts.block ?? 0, decisions)}
        detail={count(counts.block ?? 0, 'decision', 'decisions')}
      />
      <Tile
        name="Delivered unchanged"
        value={share(counts.allow ?? 0, decisions)}
        detail={count(counts.allow ?? 0, 'decision', 'decisions')}
      />
      <Tile
        name="Degraded"
        value={degraded.toLocaleString('en')}
        detail="something could not be judged"
        alarming={degraded > 0}
      />
      <Tile
        name="Time to decide"
        value={decisions === 0 ? '–' : millis(latency.p50Micros)}
        detail={decisions === 0 ? 'median' : `median; 95 % ${millis(latency.p95Micros)}, 99 % ${millis(latency.p99Micros)}`}
      />
      <Tile
        name="People said"
        value={judged === 0 ? '–' : count(feedback['false-positive'] ?? 0, 'false alarm', 'false alarms')}
        detail={
          judged === 0
            ? 'no verdict yet'
            : `${count(feedback['correct'] ?? 0, 'right', 'right')}, ${feedback['false-negative'] ?? 0} missed, of ${judged}`
        }
      />
    </ul>
  );
}

function Tile({ name, value, detail, alarming = false }: { name: string; value: string; detail?: string; alarming?: boolean }) {
  return (
    <li className="card tile" data-alarming={alarming || undefined}>
      <span className="tile__name">{name}</span>
      <span className="tile__value">{value}</span>
      {detail !== undefined && <span className="tile__detail">{detail}</span>}
    </li>
  );
}

function Rules({ figures, choose }: { figures: Figures; choose: (rule: string) => void }) {
  const top = topRules(figures.rules, 10);
  const most = top[0]?.results ?? 1;
  return (
    <section className="card" aria-labelledby="top-rules">
      <div className="card__head">
        <h2 id="top-rules">Rules that spoke most</h2>
      </div>
      {top.length === 0 ? (
        <Nothing>No rule asked for anything.</Nothing>
      ) : (
        <ol className="bars">
          {top.map(({ rule, enforced, results, undecided, byAction }) => (
            <li key={`${rule} ${enforced}`}>
              <button type="button" onClick={() => choose(rule)} title={`Show the decisions in which ${rule} spoke`}>
                <code>{rule}</code>
              </button>
              <span className="bars__bar" aria-hidden="true">
                {byAction.map(([action, part]) => (
                  <span key={action} data-action={action} style={{ width: `${(100 * part) / most}%` }} />
                ))}
              </span>
              <span className="bars__number">
                {results.toLocaleString('en')}
                <span className="visually-hidden">
                  {' '}
                  times: {byAction.map(([action, part]) => `${part} ${actionWords(action).name}`).join(', ')}
                </span>
                {!enforced && <span className="muted"> observed</span>}
                {undecided > 0 && <span className="muted"> {undecided} undecided</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Covers({ figures: { covers, decisions } }: { figures: Figures }) {
  const place = (cover: string) => (coverOrder.indexOf(cover) + coverOrder.length) % coverOrder.length;
  return (
    <section className="card" aria-labelledby="covers">
      <div className="card__head">
        <h2 id="covers">By line of insurance cover</h2>
      </div>
      {covers.length === 0 ? (
        <Nothing>No rule of any line asked for anything.</Nothing>
      ) : (
        <div className="scrolling">
          <table className="table">
            <caption className="visually-hidden">What the rules of each line of cover asked for, per decision</caption>
            <thead>
              <tr>
                <th scope="col">Line of cover</th>
                <th scope="col" className="number">
                  Spoke
                </th>
                <th scope="col" className="number">
                  Escalate
                </th>
                <th scope="col" className="number">
                  Block
                </th>
              </tr>
            </thead>
            <tbody>
              {covers
                .toSorted((one, other) => place(one.cover) - place(other.cover))
                .map(({ cover, results, escalated, blocked }) => (
                  <tr key={cover}>
                    <th scope="row">{coverWords(cover).name}</th>
                    <Rate part={results} whole={decisions} />
                    <Rate part={escalated} whole={decisions} />
                    <Rate part={blocked} whole={decisions} />
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="decisions__note">Results of enforced rules, and how many there are for each hundred decisions.</p>
    </section>
  );
}

function Rate({ part, whole }: { part: number; whole: number }) {
  return (
    <td className="number">
      {part.toLocaleString('en')} <span className="muted">{share(part, whole)}</span>
    </td>
  );
}

function Recent({
  question,
  ask,
}: {
  question: { window: Window; action: Action | ''; rule: string };
  ask: (changes: Record<string, string>) => void;
}) {
  const list = useInfiniteQuery({
    queryKey: figureKeys.recent(question),
    queryFn: ({ pageParam, signal }) => listDecisions(question, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    // The first page follows what happens; whoever reads on is not moved about.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? false : everyMillis[question.window]),
    placeholderData: (before) => before,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="card" aria-labelledby="recent">
      <div className="card__head">
        <h2 id="recent">Latest decisions</h2>
        <label htmlFor="only-action" className="visually-hidden">
          Only this action
        </label>
        <select
          id="only-action"
          className="plain-select"
          value={question.action}
          onChange={({ currentTarget }) => ask({ action: currentTarget.value })}
        >
          <option value="">Every action</option>
          {actions.map((each) => (
            <option key={each} value={each}>
              {actionWords(each).name}
            </option>
          ))}
        </select>
        {question.rule !== '' && (
          <span className="chip--quiet">
            rule <code>{question.rule}</code>{' '}
            <Button variant="link" isInline onClick={() => ask({ rule: '' })}>
              show all
            </Button>
          </span>
        )}
      </div>
      {list.isError && <Nothing>{explain(list.error)}</Nothing>}
      {list.isSuccess && items.length === 0 && <Nothing>Nothing of that kind was decided in this time.</Nothing>}
      {items.length > 0 && (
        <div className="scrolling">
          <table className="table recent">
            <caption className="visually-hidden">Latest decisions</caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Action</th>
                <th scope="col">Rules</th>
                <th scope="col">Judged</th>
                <th scope="col">Bot</th>
                <th scope="col">Policy</th>
                <th scope="col" className="number">
                  Time
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  <th scope="row">
                    <Link to={`/decisions/${item.id}`} state={item} title={fullTime(item.at)}>
                      {fullTime(item.at)}
                    </Link>
                  </th>
                  <td>
                    <ActionMark action={item.action} />
                  </td>
                  <td>
                    {item.rules.map((each) => (
                      <code key={each}>{each}</code>
                    ))}
                    {item.degraded && <span className="recent__degraded">degraded</span>}
                  </td>
                  <td>
                    {item.stage === 'input' ? 'question' : 'answer'}, {channelWords(item.channel)}, {item.locale}
                  </td>
                  <td>{item.bot}</td>
                  <td>
                    {item.policy} {item.policyVersion}
                  </td>
                  <td className="number">{millis(item.micros)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <p className="recent__more">
          <Button variant="link" isInline onClick={() => void list.fetchNextPage()} isDisabled={list.isFetchingNextPage}>
            {list.isFetchingNextPage ? 'Loading' : 'Show earlier ones'}
          </Button>
        </p>
      )}
    </section>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  return <p className="decisions__none">{children}</p>;
}
