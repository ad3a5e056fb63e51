import { Button } from '../shared/patternfly.ts';
import { useEffect, useRef } from 'react';
import { clockTime } from '../shared/time.ts';
import { count } from '../shared/words.ts';
import { speakerWords } from './transcript.ts';
import type { ComposerModel } from './useComposer.ts';

interface Props {
  model: ComposerModel;
  locale: string;
  /** Gives the focus back to the text, because the button that had it goes away. */
  writeOn: () => void;
}

/** What was said while the reply was written, and the question whether it still fits. Gets the focus: nothing was sent yet. */
export function MissingMessages({ model, locale, writeOn }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const answer = (decide: () => void) => () => {
    decide();
    writeOn();
  };
  return (
    <section className="missing" aria-labelledby="missing-title">
      <h3 id="missing-title" ref={heading} tabIndex={-1}>
        Not sent yet: {count(model.missing.length, 'message', 'messages')} you have not answered
      </h3>
      <ul>
        {model.missing.map((message) => (
          <li key={message.sequence}>
            <span className="missing__speaker">
              {speakerWords(message.speaker, message.author)} · {clockTime(message.at)}
            </span>
            <span lang={message.speaker === 'human' ? undefined : locale}>{message.content}</span>
          </li>
        ))}
      </ul>
      <div className="missing__foot">
        <Button size="sm" variant="primary" onClick={answer(model.acknowledge)}>
          Change the reply
        </Button>
        <Button size="sm" variant="secondary" onClick={answer(model.sendAnyway)}>
          Send as it is
        </Button>
      </div>
    </section>
  );
}
