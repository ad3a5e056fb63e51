import { Fragment, useMemo } from 'react';
import type { CaseDetail, Message } from '../api/types.ts';
import { MessageView } from './MessageView.tsx';
import { type Span, spansBySequence } from './spans.ts';
import { byDay } from './transcript.ts';
import './transcript.css';

const noSpans: readonly Span[] = [];
const noSources: readonly number[] = [];

/** The whole conversation in order. `role="log"`: what is added is read out, what was there is not. */
export function Transcript({ detail, openSource }: { detail: CaseDetail; openSource: (number: number) => void }) {
  const { transcript, why, passages, locale } = detail;
  const spans = useMemo(() => spansBySequence(why, transcript), [why, transcript]);
  const entries = useMemo(() => byDay(transcript), [transcript]);
  const sources = useMemo(() => passages.flatMap((passage, index) => (passage.cited ? [index + 1] : [])), [passages]);
  const written = useMemo(() => writtenFromSources(transcript, why[0]?.decisionId), [transcript, why]);
  return (
    <section className="transcript" aria-labelledby="transcript-title">
      <h2 id="transcript-title">Conversation</h2>
      <div role="log" aria-labelledby="transcript-title" aria-live="polite" aria-relevant="additions">
        {entries.length === 0 && <p className="muted">No messages yet.</p>}
        {entries.map(({ message, day }) => (
          <Fragment key={message.sequence}>
            {day !== null && <p className="day">{day}</p>}
            <MessageView
              message={message}
              locale={locale}
              spans={spans.get(message.sequence) ?? noSpans}
              passages={passages.length}
              sources={message.sequence === written ? sources : noSources}
              openSource={openSource}
            />
          </Fragment>
        ))}
      </div>
    </section>
  );
}

/** The answer that the passages were retrieved for: the bot's own words, also where the customer got others. */
function writtenFromSources(transcript: readonly Message[], decisionId: string | undefined): number | undefined {
  const answers = transcript.filter((message) => message.decisionId === decisionId);
  const own = answers.find(({ speaker }) => speaker === 'withheld') ?? answers.findLast(({ speaker }) => speaker === 'bot');
  return own?.sequence;
}
