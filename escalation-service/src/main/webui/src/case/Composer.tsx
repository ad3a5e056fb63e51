import { Alert, Button } from '../shared/patternfly.ts';
import { type KeyboardEvent, type ReactNode, type Ref, useId } from 'react';
import { explain, isKind } from '../api/problem.ts';
import type { CaseDetail } from '../api/types.ts';
import { mayAct, useSession } from '../session/SessionProvider.tsx';
import { channelWords, count } from '../shared/words.ts';
import { MissingMessages } from './MissingMessages.tsx';
import { type ComposerModel, useComposer } from './useComposer.ts';
import './composer.css';

interface Props {
  detail: CaseDetail;
  field: Ref<HTMLTextAreaElement>;
  claim: () => void;
  showLatest: () => void;
}

/** Where the owner of the case writes to the customer. Whoever is not the owner learns why not, and keeps what was written. */
export function Composer({ detail, field, claim, showLatest }: Props) {
  const session = useSession();
  const model = useComposer(detail);
  const mine = detail.owner?.subject === session.subject;
  const closed = whyClosed(detail, mine, mayAct(session));
  return (
    <section className="composer" id="composer" tabIndex={-1} aria-label="Reply">
      {closed === null ? (
        <Writing detail={detail} model={model} field={field} showLatest={showLatest} />
      ) : (
        <Closed words={closed} kept={model.writing ? model.draft.content : ''}>
          {detail.state === 'queued' && mayAct(session) && (
            <Button size="sm" variant="secondary" onClick={claim}>
              Claim to reply
            </Button>
          )}
        </Closed>
      )}
    </section>
  );
}

/** Why nobody can write here now; null when the person may. */
function whyClosed(detail: CaseDetail, mine: boolean, acting: boolean): string | null {
  if (detail.state === 'resolved') {
    return 'The case is resolved.';
  }
  if (mine) {
    return null;
  }
  if (detail.owner !== null) {
    return `${detail.owner.name} holds the floor and answers the customer.`;
  }
  return acting ? 'Nobody holds the floor. The customer is waiting.' : 'You may read this case; agents and leads answer it.';
}

function Closed({ words, kept, children }: { words: string; kept: string; children: ReactNode }) {
  return (
    <>
      <div className="composer__closed">
        <p>{words}</p>
        {children}
      </div>
      {kept !== '' && (
        <Alert
          component="p"
          isInline
          variant="warning"
          title="You no longer hold the floor. Your text was not sent and is kept here."
          actionLinks={
            <Button variant="link" isInline onClick={() => void navigator.clipboard.writeText(kept)}>
              Copy the text
            </Button>
          }
        >
          <p className="composer__kept">{kept}</p>
        </Alert>
      )}
    </>
  );
}

interface WritingProps {
  detail: CaseDetail;
  model: ComposerModel;
  field: Ref<HTMLTextAreaElement>;
  showLatest: () => void;
}

function Writing({ detail, model, field, showLatest }: WritingProps) {
  const id = useId();
  const channel = channelWords(detail.channel);
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      model.send();
    }
  };
  return (
    <>
      <div role="status">
        {!model.asking && model.missing.length > 0 && (
          <div className="composer__news">
            <span>{count(model.missing.length, 'new message', 'new messages')} since you began</span>
            <Button
              variant="link"
              isInline
              onClick={() => {
                model.acknowledge();
                showLatest();
              }}
            >
              Show
            </Button>
          </div>
        )}
      </div>
      {model.asking && (
        <MissingMessages model={model} locale={detail.locale} writeOn={() => document.getElementById(id)?.focus()} />
      )}
      {model.error !== null && <NotSent error={model.error} retry={model.send} />}
      <label htmlFor={id} className="composer__label">
        Reply to {detail.customerRef}
      </label>
      <textarea
        id={id}
        ref={field}
        className="composer__field"
        rows={3}
        value={model.draft.content}
        readOnly={model.sending}
        onChange={(event) => model.write(event.target.value)}
        onKeyDown={sendOnEnter}
      />
      <div className="composer__foot">
        <p className="muted">
          <kbd>Ctrl</kbd>
          <kbd>Enter</kbd> sends
        </p>
        <Button size="sm" onClick={model.send} isDisabled={!model.writing} isAriaDisabled={model.sending}>
          {model.sending ? 'Sending' : `Send by ${channel.toLowerCase() === 'sms' ? 'SMS' : channel.toLowerCase()}`}
        </Button>
      </div>
    </>
  );
}

function NotSent({ error, retry }: { error: Error; retry: () => void }) {
  const lost = isKind(error, 'floor-lost') || isKind(error, 'already-claimed');
  return (
    <Alert
      component="p"
      isInline
      isLiveRegion
      variant="danger"
      title={lost ? 'Not sent: you no longer hold the floor. Your text is kept.' : 'Not sent. Your text is kept.'}
      actionLinks={
        lost ? undefined : (
          <Button variant="link" isInline onClick={retry}>
            Try again
          </Button>
        )
      }
    >
      {explain(error)}
    </Alert>
  );
}
