import { Button, Skeleton } from '../shared/patternfly.ts';
import { useMemo, useRef } from 'react';
import type { Diagnostic } from '../api/policyTypes.ts';
import { count } from '../shared/words.ts';

interface Props {
  text: string;
  loading: boolean;
  changed: boolean;
  change: (text: string) => void;
  reset: () => void;
  diagnostics: readonly Diagnostic[];
}

/** The document with its line numbers. A plain text field: screen readers, spelling and undo work as everywhere else. */
export function DocumentEditor({ text, loading, changed, change, reset, diagnostics }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => text.split('\n').length, [text]);
  const wrong = new Set(diagnostics.map(({ line }) => line));
  const goTo = ({ line, column }: Diagnostic) => {
    const element = field.current;
    if (element !== null) {
      const at = offsetOf(element.value, line, column);
      element.focus();
      element.setSelectionRange(at, at);
      element.scrollTop = Math.max(0, (line - 6) * lineHeight);
    }
  };
  if (loading) {
    return <Skeleton height="320px" screenreaderText="Loading the policy in force" />;
  }
  return (
    <div className="document">
      <div className="document__head">
        <label htmlFor="document">Policy document</label>
        <span className="muted">{changed ? 'changed' : 'as it is in force'}</span>
        <Button variant="link" isInline onClick={reset} isDisabled={!changed}>
          Back to the policy in force
        </Button>
      </div>
      {diagnostics.length > 0 && (
        <div className="document__problems" role="group" aria-label="What is wrong with the document">
          <strong>{count(diagnostics.length, 'problem', 'problems')}</strong>
          <ol>
            {diagnostics.map((diagnostic) => (
              <li key={`${diagnostic.line}:${diagnostic.column}:${diagnostic.message}`}>
                <button type="button" className="document__problem" onClick={() => goTo(diagnostic)}>
                  <span className="mono">
                    {diagnostic.line}:{diagnostic.column}
                  </span>
                  {diagnostic.message}
                </button>
              </li>
            ))}
          </ol>
        </div>
      )}
      <div className="document__field">
        <div className="document__gutter" ref={gutter} aria-hidden="true">
          {Array.from({ length: lines }, (_, index) => (
            <span key={index} data-wrong={wrong.has(index + 1) || undefined}>
              {index + 1}
            </span>
          ))}
        </div>
        <textarea
          id="document"
          ref={field}
          value={text}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={({ currentTarget }) => change(currentTarget.value)}
          onScroll={({ currentTarget }) => {
            if (gutter.current !== null) {
              gutter.current.scrollTop = currentTarget.scrollTop;
            }
          }}
        />
      </div>
    </div>
  );
}

const lineHeight = 18;

/** Where a line and a column, both counted from one, are in a text. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(text.length, before + Math.min(column - 1, lines[line - 1]?.length ?? 0));
}
