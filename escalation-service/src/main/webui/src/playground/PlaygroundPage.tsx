import { Alert, Button, EmptyState, EmptyStateBody, Switch, ToggleGroup, ToggleGroupItem } from '../shared/patternfly.ts';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { explain } from '../api/problem.ts';
import { DocumentEditor } from './DocumentEditor.tsx';
import { ExchangeForm } from './ExchangeForm.tsx';
import { ResultView } from './ResultView.tsx';
import { type Playground, usePlayground } from './usePlayground.ts';
import '../shared/page.css';
import './playground.css';

/** Where people who work on a policy try out exchanges: what would happen, why, and what another policy would do. */
export function PlaygroundPage() {
  const playground = usePlayground();
  const [side, setSide] = useState<'exchange' | 'document'>('exchange');
  useEffect(() => {
    document.title = 'Playground · Surety';
  }, []);
  const runOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      playground.run();
    }
  };
  const { trying } = playground;
  return (
    <main className="playground" data-trying={trying} data-side={trying ? side : 'exchange'} onKeyDown={runOnEnter}>
      <div className="page__head">
        <h1>Playground</h1>
        <p>Nothing here is delivered to anybody, and nothing is recorded as an exchange.</p>
        <div className="page__tools">
          <Switch
            id="try-document"
            label="Try a changed policy"
            isChecked={trying}
            onChange={(_event, on) => {
              playground.setTrying(on);
              setSide(on ? 'document' : 'exchange');
            }}
          />
        </div>
      </div>
      <div className="playground__panes">
        {trying && (
          <ToggleGroup aria-label="What to edit" className="playground__sides">
            <ToggleGroupItem text="Exchange" isSelected={side === 'exchange'} onChange={() => setSide('exchange')} />
            <ToggleGroupItem text="Policy document" isSelected={side === 'document'} onChange={() => setSide('document')} />
          </ToggleGroup>
        )}
        <section className="playground__exchange" aria-label="The exchange">
          <ExchangeForm playground={playground} />
        </section>
        {trying && (
          <section className="playground__document" aria-label="The policy document">
            <DocumentEditor
              text={playground.draft.document === '' ? (playground.inForce ?? '') : playground.draft.document}
              loading={playground.draft.document === '' && playground.inForce === undefined}
              changed={playground.draft.document !== '' && playground.draft.document !== playground.inForce}
              change={(document) => playground.change({ document })}
              reset={() => playground.change({ document: '' })}
              diagnostics={playground.tried?.preview.diagnostics ?? []}
            />
          </section>
        )}
        <div className="playground__run">
          <Button onClick={playground.run} isAriaDisabled={playground.missing !== null || playground.running}>
            {playground.running ? 'Trying' : 'Try it'}
            <span className="key-hint" aria-hidden="true">
              <kbd>Ctrl</kbd> <kbd>Enter</kbd>
            </span>
          </Button>
          {playground.missing !== null && <span className="muted">{playground.missing}</span>}
        </div>
        <section className="playground__result" aria-label="What would happen" aria-busy={playground.running}>
          <Result playground={playground} />
        </section>
      </div>
    </main>
  );
}

function Result({ playground }: { playground: Playground }) {
  const { tried, stale, error, running } = playground;
  return (
    <>
      <div className="behind-screen" data-busy={running} />
      {error !== null && (
        <Alert isInline component="h2" variant="danger" title="This could not be tried">
          {explain(error)}
        </Alert>
      )}
      {stale && !running && (
        <p className="playground__stale" role="status">
          The fields have changed since. What is shown belongs to the texts as they were.
        </p>
      )}
      {tried !== null ? (
        <ResultView tried={tried} />
      ) : (
        error === null && (
          <EmptyState headingLevel="h2" titleText="Nothing tried yet">
            <EmptyStateBody>
              Choose an example or write an exchange, then press Try it. Here you see what would be delivered, where the checks
              found something, and what every rule made of it.
            </EmptyStateBody>
          </EmptyState>
        )
      )}
    </>
  );
}
