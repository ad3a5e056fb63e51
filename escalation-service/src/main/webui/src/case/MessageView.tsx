import { memo } from 'react';
import type { Message } from '../api/types.ts';
import { clockTime, fullTime } from '../shared/time.ts';
import { spelledOut } from '../shared/words.ts';
import { type Piece, type Span, pieces } from './spans.ts';
import { speakerWords } from './transcript.ts';

interface Props {
  message: Message;
  locale: string;
  spans: readonly Span[];
  passages: number;
  /** Passages to name below the message when its text does not cite by itself. */
  sources: readonly number[];
  openSource: (number: number) => void;
}

/** One message. Memoised: a transcript may hold a thousand of them, and a keystroke in the composer must not render any. */
export const MessageView = memo(function MessageView({ message, locale, spans, passages, sources, openSource }: Props) {
  const parts = pieces(message.content, spans, passages);
  const cites = parts.some((part) => part.citation !== null);
  const withheld = message.speaker === 'withheld';
  return (
    <article
      className="message"
      data-speaker={message.speaker}
      aria-label={`${speakerWords(message.speaker, message.author)}, ${clockTime(message.at)}`}
    >
      <header>
        <span className="message__speaker">{speakerWords(message.speaker, message.author)}</span>
        {withheld && <span className="message__withheld">not shown to the customer</span>}
        <time dateTime={message.at} title={fullTime(message.at)}>
          {clockTime(message.at)}
        </time>
      </header>
      <p className="message__text" lang={message.speaker === 'human' ? undefined : locale}>
        {withheld ? (
          <s>
            <Pieces parts={parts} openSource={openSource} />
          </s>
        ) : (
          <Pieces parts={parts} openSource={openSource} />
        )}
      </p>
      {!cites && sources.length > 0 && (
        <p className="message__sources">
          Sources{' '}
          {sources.map((number) => (
            <Citation key={number} number={number} open={openSource} />
          ))}
        </p>
      )}
    </article>
  );
});

function Pieces({ parts, openSource }: { parts: readonly Piece[]; openSource: (number: number) => void }) {
  return parts.map((part, index) => <PieceView key={index} part={part} openSource={openSource} />);
}

function PieceView({ part, openSource }: { part: Piece; openSource: (number: number) => void }) {
  const body = part.citation === null ? part.text : <Citation number={part.citation} open={openSource} />;
  if (part.spans.length === 0) {
    return body;
  }
  const anchors = part.opens.map((span) => <span key={span.id} id={span.id} className="anchor" />);
  return (
    <mark title={part.spans.map((span) => spelledOut(span.category)).join(', ')}>
      {anchors}
      {body}
    </mark>
  );
}

function Citation({ number, open }: { number: number; open: (number: number) => void }) {
  return (
    <button type="button" className="citation" aria-label={`Source ${number}`} onClick={() => open(number)}>
      {number}
    </button>
  );
}
