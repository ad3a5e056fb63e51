import { Fragment, useMemo } from 'react';
import type { CaseDetail } from '../api/types.ts';
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
  const decided = why[0]?.decisionId;
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
              sources={message.decisionId === decided && isBotText(message.speaker) ? sources : noSources}
              openSource={openSource}
            />
          </Fragment>
        ))}
      </div>
    </section>
  );
}

function isBotText(speaker: string): boolean {
  return speaker === 'bot' || speaker === 'withheld';
}
