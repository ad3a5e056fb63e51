import { Alert } from '../shared/patternfly.ts';
import type { Preview, TestOutcome } from '../api/policyTypes.ts';
import { actionWords } from '../shared/actions.ts';
import { count } from '../shared/words.ts';

/** What the draft says about itself: whether it compiles, and what came of its own tests. */
export function DraftReport({ preview: { diagnostics, tests, testsLeftOut } }: { preview: Preview }) {
  if (diagnostics.length > 0) {
    return (
      <Alert
        isInline
        component="h2"
        variant="danger"
        title={`The document cannot decide: ${count(diagnostics.length, 'problem', 'problems')}`}
      >
        <ol className="report__problems">
          {diagnostics.map(({ line, column, message }) => (
            <li key={`${line}:${column}:${message}`}>
              <span className="mono">
                Line {line}, column {column}:
              </span>{' '}
              {message}
            </li>
          ))}
        </ol>
      </Alert>
    );
  }
  const failed = tests.filter(({ passed }) => !passed);
  const passed = tests.filter((test) => test.passed);
  return (
    <section className="card" aria-labelledby="tests-title">
      <div className="card__head">
        <h2 id="tests-title">Tests of the draft</h2>
        <span className="report__count" data-ok={failed.length === 0}>
          {failed.length === 0
            ? tests.length === 0
              ? 'The document has none'
              : `All ${tests.length} hold`
            : `${failed.length} of ${tests.length} do not hold`}
        </span>
        {testsLeftOut > 0 && <span className="muted">{count(testsLeftOut, 'more test was', 'more tests were')} left out</span>}
      </div>
      {failed.length > 0 && (
        <ul className="report__tests">
          {failed.map((test) => (
            <FailedTest key={test.name} test={test} />
          ))}
        </ul>
      )}
      {passed.length > 0 && (
        <details className="fold">
          <summary>{count(passed.length, 'test holds', 'tests hold')}</summary>
          <ul className="report__passed">
            {passed.map(({ name, action }) => (
              <li key={name}>
                {name} <span className="muted">{actionWords(action).name}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function FailedTest({ test: { name, failures } }: { test: TestOutcome }) {
  return (
    <li>
      <strong>{name}</strong>
      <ul>
        {failures.map((failure) => (
          <li key={failure}>{failure}</li>
        ))}
      </ul>
    </li>
  );
}
