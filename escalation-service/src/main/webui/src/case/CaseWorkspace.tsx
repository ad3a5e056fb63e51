import { Button } from '../shared/patternfly.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { ReadCase } from '../api/cases.ts';
import { explain } from '../api/problem.ts';
import { type View, queuePath } from '../queue/views.ts';
import { mayAct, useSession } from '../session/SessionProvider.tsx';
import { useSkipTarget } from '../shell/SkipLinks.tsx';
import { useNow } from '../shared/useNow.ts';
import { useShortcut } from '../shortcuts/ShortcutProvider.tsx';
import { CaseHeader, OwnershipActions } from './CaseHeader.tsx';
import { Composer } from './Composer.tsx';
import { ContextPane } from './ContextPane.tsx';
import { LatestButton } from './LatestButton.tsx';
import { ResolveDialog } from './ResolveDialog.tsx';
import { Transcript } from './Transcript.tsx';
import { useRelease } from './useCase.ts';
import { useContextPane } from './useContextPane.ts';
import { useReading } from './useReading.ts';
import { WhyCard } from './WhyCard.tsx';

interface Props {
  read: ReadCase;
  outdated: { since: number; retry: () => void } | null;
  view: View;
  claim: () => void;
  claiming: boolean;
  notice: ReactNode;
}

/** The open case in its two panes: the conversation with the reason first, and the context. */
export function CaseWorkspace({ read, outdated, view, claim, claiming, notice }: Props) {
  const { detail } = read;
  useSkipTarget('conversation');
  useSkipTarget('composer');
  const session = useSession();
  const mine = detail.owner?.subject === session.subject;
  const acting = mayAct(session);
  const working = mine && acting && detail.state !== 'resolved';
  const release = useRelease(detail.id);
  const context = useContextPane();
  const reading = useReading(detail.transcript);
  const [resolving, setResolving] = useState(false);
  const reply = useRef<HTMLTextAreaElement>(null);
  const step = useRef<HTMLTextAreaElement>(null);
  const title = useTitle(detail.customerRef);

  const logStep = () => {
    context.show('record');
    setResolving(false);
    // After the tab or the drawer has become visible: what is hidden takes no focus.
    requestAnimationFrame(() => step.current?.focus());
  };
  const writeReply = () => {
    reading.toLatest();
    reply.current?.focus({ preventScroll: true });
  };
  useShortcut('claim', claim, acting && detail.state === 'queued' && !claiming);
  useShortcut('release', () => release.mutate(), working && !release.isPending);
  useShortcut('resolve', () => setResolving(true), working);
  useShortcut('reply', writeReply, working);
  useShortcut('step', logStep, working);
  useShortcut('leave', context.drawer?.close ?? (() => undefined), context.isOverlaid);

  return (
    <>
      <section className="conversation" aria-labelledby="case-title" ref={title}>
        <Link to={queuePath(view)} className="conversation__back">
          ← Queue
        </Link>
        <CaseHeader summary={detail} detail={detail} me={session.subject}>
          {acting && (
            <OwnershipActions
              detail={detail}
              mine={mine}
              claim={claim}
              claiming={claiming}
              release={() => release.mutate()}
              releasing={release.isPending}
              resolve={() => setResolving(true)}
            />
          )}
          {context.drawer && (
            <Button
              size="sm"
              variant="secondary"
              aria-expanded={context.drawer.open}
              aria-controls="context"
              onClick={context.toggle}
            >
              Context
            </Button>
          )}
        </CaseHeader>
        {notice}
        {release.error !== null && <p className="outdated">Not released. {explain(release.error)}</p>}
        {outdated && <Outdated {...outdated} />}
        <div
          className="conversation__scroller"
          id="conversation"
          ref={reading.scroller}
          tabIndex={0}
          role="region"
          aria-label="Why and conversation"
        >
          <WhyCard detail={detail} show={reading.toSpan} />
          <Transcript detail={detail} openSource={context.showSource} />
          <div ref={reading.end} />
        </div>
        <LatestButton unread={reading.unread} below={reading.below} show={reading.toLatest} />
        <Composer detail={detail} field={reply} claim={claim} showLatest={reading.toLatest} />
      </section>
      <ContextPane
        detail={detail}
        mine={mine && acting}
        tab={context.tab}
        select={context.select}
        source={context.source}
        stepField={step}
        drawer={context.drawer}
      />
      {resolving && <ResolveDialog read={read} close={() => setResolving(false)} logStep={logStep} />}
    </>
  );
}

function Outdated({ since, retry }: { since: number; retry: () => void }) {
  const now = useNow(1_000);
  return (
    <p className="outdated">
      This case may be out of date ({Math.max(0, Math.round((now - since) / 1000))} s).{' '}
      <Button variant="link" isInline onClick={retry}>
        Retry
      </Button>
    </p>
  );
}

/** Names the page after the customer, and begins reading at the case's heading. */
function useTitle(customerRef: string) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${customerRef} · Surety`;
  }, [customerRef]);
  return section;
}
