import ExpandIcon from '@patternfly/react-icons/dist/esm/icons/expand-icon';
import { Link } from 'react-router';
import { ListPane } from '../queue/ListPane.tsx';
import type { CaseListModel } from '../queue/useCaseList.ts';
import { type View, queuePath, views } from '../queue/views.ts';

/** The list beside the open case. */
export function QueuePane({ list, view, currentId }: { list: CaseListModel; view: View; currentId: string }) {
  return (
    <section className="queue-pane" aria-label="Cases">
      <div className="queue-pane__head">
        {views.slice(0, 3).map((each) => (
          <Link key={each.name} to={`?view=${each.name}`} replace aria-current={each === view ? 'true' : undefined}>
            {each.label}
            {list.counts !== null && <span className="tabs__count">{list.counts[each.state].toLocaleString('en')}</span>}
          </Link>
        ))}
        <Link to={queuePath(view)} className="queue-pane__wide" aria-label="The whole queue" title="The whole queue">
          <ExpandIcon aria-hidden="true" />
        </Link>
      </div>
      <ListPane list={list} view={view} currentId={currentId} />
    </section>
  );
}
