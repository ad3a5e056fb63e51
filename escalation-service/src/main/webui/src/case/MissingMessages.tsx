import { Button } from '../shared/patternfly.ts';
import { useEffect, useRef } from 'react';
import { clockTime } from '../shared/time.ts';
import { count } from '../shared/words.ts';
import { speakerWords } from './transcript.ts';
import type { ComposerModel } from './useComposer.ts';

/** What was said while the reply was written, and the question whether it still fits. Gets the focus: nothing was sent yet. */
export function MissingMessages({ model, locale }: { model: ComposerModel; locale: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
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
        <Button size="sm" variant="primary" onClick={model.acknowledge}>
          Change the reply
        </Button>
        <Button size="sm" variant="secondary" onClick={model.sendAnyway}>
          Send as it is
        </Button>
      </div>
    </section>
  );
}
