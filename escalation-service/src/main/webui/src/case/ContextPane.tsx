import { Button, Tab, TabTitleText, Tabs } from '../shared/patternfly.ts';
import TimesIcon from '@patternfly/react-icons/dist/esm/icons/times-icon';
import { type Ref, useEffect, useRef } from 'react';
import type { CaseDetail } from '../api/types.ts';
import { ActivityTab } from './ActivityTab.tsx';
import { RecordTab } from './RecordTab.tsx';
import { SourcesTab } from './SourcesTab.tsx';
import type { ContextTab } from './useContextPane.ts';
import './context.css';

interface Props {
  detail: CaseDetail;
  mine: boolean;
  tab: ContextTab;
  select: (tab: ContextTab) => void;
  /** The passage to bring into view, counted from one. */
  source: number | null;
  stepField: Ref<HTMLTextAreaElement>;
  drawer: { open: boolean; close: () => void } | null;
}

/** What surrounds the conversation: the record that is being made, the bot's sources, and who did what. */
export function ContextPane({ detail, mine, tab, select, source, stepField, drawer }: Props) {
  const pane = useRef<HTMLElement>(null);
  const opened = drawer?.open ?? false;
  useEffect(() => {
    if (opened) {
      pane.current?.focus();
    }
  }, [opened]);
  return (
    <aside
      className="context"
      id="context"
      aria-label="Context"
      ref={pane}
      tabIndex={-1}
      data-drawer={drawer !== null}
      inert={drawer !== null && !drawer.open}
    >
      <div className="context__tabs">
        <Tabs activeKey={tab} onSelect={(_event, key) => select(key as ContextTab)} isFilled>
          <Tab eventKey="record" title={<TabTitleText>Case record</TabTitleText>} tabContentId="context-record" />
          <Tab
            eventKey="sources"
            title={<TabTitleText>Sources ({detail.passages.length})</TabTitleText>}
            tabContentId="context-sources"
          />
          <Tab eventKey="activity" title={<TabTitleText>Activity</TabTitleText>} tabContentId="context-activity" />
        </Tabs>
        {drawer && <Button variant="plain" icon={<TimesIcon />} aria-label="Close the context" onClick={drawer.close} />}
      </div>
      <div
        className="context__body"
        id="context-record"
        role="tabpanel"
        aria-label="Case record"
        hidden={tab !== 'record'}
        tabIndex={0}
      >
        <RecordTab detail={detail} mine={mine} stepField={stepField} />
      </div>
      <div
        className="context__body"
        id="context-sources"
        role="tabpanel"
        aria-label="Sources"
        hidden={tab !== 'sources'}
        tabIndex={0}
      >
        <SourcesTab passages={detail.passages} openedAt={detail.openedAt} shown={tab === 'sources' ? source : null} />
      </div>
      <div
        className="context__body"
        id="context-activity"
        role="tabpanel"
        aria-label="Activity"
        hidden={tab !== 'activity'}
        tabIndex={0}
      >
        <ActivityTab activity={detail.activity} />
      </div>
    </aside>
  );
}
