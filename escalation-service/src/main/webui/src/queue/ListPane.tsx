import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, Skeleton } from '../shared/patternfly.ts';
import type { ReactNode } from 'react';
import { explain } from '../api/problem.ts';
import { useSkipTarget } from '../shell/SkipLinks.tsx';
import { useNow } from '../shared/useNow.ts';
import { CaseList } from './CaseList.tsx';
import type { CaseListModel } from './useCaseList.ts';
import type { View } from './views.ts';
import './list.css';

interface Props {
  list: CaseListModel;
  view: View;
  currentId?: string | undefined;
  cameFrom?: string | undefined;
  claim?: ((id: string) => void) | undefined;
}

/** A list in each of its conditions. Once rows were shown they stay: unknown is never shown as empty. */
export function ListPane({ list, view, currentId, cameFrom, claim }: Props) {
  useSkipTarget('case-list');
  return (
    <div className="list-pane" id="case-list" tabIndex={-1}>
      <div className="behind-screen" data-busy={list.refreshing && list.status === 'ready'} />
      <Content list={list} view={view}>
        <CaseList
          key={view.state}
          list={list}
          view={view}
          currentId={currentId}
          cameFrom={cameFrom}
          {...(claim ? { claim } : {})}
        />
      </Content>
      {list.error !== null && list.status === 'ready' && <StaleBar readAt={list.readAt} retry={() => list.retry()} />}
    </div>
  );
}

function Content({ list, view, children }: { list: CaseListModel; view: View; children: ReactNode }) {
  if (list.status === 'loading') {
    return <FirstLoad />;
  }
  if (list.status === 'failed') {
    return (
      <EmptyState status="danger" headingLevel="h2" titleText="The list cannot be loaded" variant="sm">
        <EmptyStateBody>{explain(list.error)}</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="secondary" onClick={() => list.retry()}>
              Try again
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    );
  }
  return list.shown.rows.length === 0 ? <NothingHere list={list} view={view} /> : children;
}

function NothingHere({ list, view }: { list: CaseListModel; view: View }) {
  const mine = list.counts?.mine ?? 0;
  return (
    <EmptyState headingLevel="h2" titleText={view.empty.title} variant="sm">
      <EmptyStateBody>
        {view.empty.body}
        {view.state === 'queued' && mine > 0 && ` You hold ${mine}.`}
      </EmptyStateBody>
    </EmptyState>
  );
}

function StaleBar({ readAt, retry }: { readAt: number; retry: () => void }) {
  const now = useNow(1_000);
  return (
    <div className="stale-bar">
      <span>List may be out of date ({Math.max(0, Math.round((now - readAt) / 1000))} s)</span>
      <Button variant="link" isInline onClick={retry}>
        Retry
      </Button>
    </div>
  );
}

const skeletons = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

function FirstLoad() {
  return (
    <div aria-busy="true">
      <span className="visually-hidden">Loading the cases</span>
      {skeletons.map((each) => (
        <div key={each} className="skeleton-row">
          <Skeleton width="28%" fontSize="sm" />
          <Skeleton width="74%" fontSize="sm" />
        </div>
      ))}
    </div>
  );
}
