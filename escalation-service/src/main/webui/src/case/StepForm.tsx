import { Alert, Button, Form, FormGroup, TextArea, TextInput } from '../shared/patternfly.ts';
import { type FormEvent, type KeyboardEvent, type Ref, useState } from 'react';
import { explain } from '../api/problem.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { useKept } from '../shared/useKept.ts';
import { type StepFields, emptyStep, stepDraft } from './steps.ts';
import { useLogStep } from './useCase.ts';

/** Logs one step. A repeated attempt with the same words carries the same key, so that the step is logged once. */
export function StepForm({ caseId, field }: { caseId: string; field: Ref<HTMLTextAreaElement> }) {
  const { subject } = useSession();
  const [fields, keep, forget] = useKept(`surety.step.${caseId}.${subject}`, emptyStep);
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const logging = useLogStep(caseId);
  const draft = stepDraft(fields);
  const change = (name: keyof StepFields) => (_event: unknown, value: string) => {
    keep({ ...fields, [name]: value });
    setKey(crypto.randomUUID());
  };
  const submit = () => {
    if (draft !== null && !logging.isPending) {
      logging.mutate({ step: draft, idempotencyKey }, { onSuccess: forget });
    }
  };
  const submitOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  };
  return (
    <Form
      className="step-form"
      aria-label="Log a step"
      onKeyDown={submitOnEnter}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <FormGroup label="What did you do?" fieldId="step-action" isRequired>
        <TextArea
          id="step-action"
          ref={field}
          value={fields.action}
          onChange={change('action')}
          rows={2}
          resizeOrientation="vertical"
          isRequired
        />
      </FormGroup>
      <FormGroup label="System" fieldId="step-system">
        <TextInput id="step-system" value={fields.system} onChange={change('system')} />
      </FormGroup>
      <div className="step-form__pair">
        <FormGroup label="Expected" fieldId="step-expected">
          <TextInput id="step-expected" value={fields.expected} onChange={change('expected')} />
        </FormGroup>
        <FormGroup label="Observed" fieldId="step-observed">
          <TextInput id="step-observed" value={fields.observed} onChange={change('observed')} />
        </FormGroup>
      </div>
      {logging.error !== null && (
        <Alert component="p" isInline isLiveRegion variant="danger" title="Not logged. Your text is kept.">
          {explain(logging.error)}
        </Alert>
      )}
      <Button type="submit" size="sm" variant="secondary" isDisabled={draft === null} isAriaDisabled={logging.isPending}>
        {logging.isPending ? 'Logging' : 'Log step'}
      </Button>
    </Form>
  );
}
