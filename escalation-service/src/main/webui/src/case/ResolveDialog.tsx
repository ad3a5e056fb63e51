import {
  Alert,
  Button,
  Form,
  FormGroup,
  FormSelect,
  FormSelectOption,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextArea,
} from '../shared/patternfly.ts';
import { type FormEvent, useState } from 'react';
import type { ReadCase } from '../api/cases.ts';
import { explain } from '../api/problem.ts';
import { rootCauses } from '../api/types.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { useKept } from '../shared/useKept.ts';
import { rootCauseWords } from '../shared/words.ts';
import { type ResolutionFields, emptyResolution, resolutionDraft } from './resolution.ts';
import { isStale, useResolve } from './useCase.ts';

interface Props {
  read: ReadCase;
  close: () => void;
  logStep: () => void;
}

/** Ends a case: what caused it, what was done, and what would prevent it. Needs at least one logged step as evidence. */
export function ResolveDialog({ read, close, logStep }: Props) {
  const { subject } = useSession();
  const [fields, keep, forget] = useKept(`surety.resolution.${read.detail.id}.${subject}`, emptyResolution);
  // The version that the person looked at when the dialog opened; a newer one must be looked at first.
  const [etag, setEtag] = useState(read.etag);
  const resolving = useResolve(read.detail.id);
  const needsStep = read.detail.steps.length === 0;
  const draft = needsStep ? null : resolutionDraft(fields);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft !== null && !resolving.isPending) {
      resolving.mutate({ resolution: draft, etag }, { onSuccess: finish });
    }
  };
  const finish = () => {
    forget();
    close();
  };
  const change = (name: keyof ResolutionFields) => (_event: unknown, value: string) => keep({ ...fields, [name]: value });

  return (
    <Modal isOpen onClose={close} variant="small" aria-labelledby="resolve-title" elementToFocus="#root-cause">
      <ModalHeader title={`Resolve the case of ${read.detail.customerRef}`} labelId="resolve-title" />
      <ModalBody>
        {needsStep && (
          <Alert
            component="p"
            isInline
            variant="warning"
            title="Log at least one step first"
            actionLinks={
              <Button variant="link" isInline onClick={logStep}>
                Log a step
              </Button>
            }
          >
            A case is resolved with evidence of what was done.
          </Alert>
        )}
        <Form id="resolve-form" onSubmit={submit}>
          <FormGroup label="Root cause" fieldId="root-cause" isRequired>
            <FormSelect id="root-cause" value={fields.rootCause} onChange={change('rootCause')} isRequired>
              <FormSelectOption value="" label="Choose what caused the case" isPlaceholder isDisabled />
              {rootCauses.map((cause) => (
                <FormSelectOption key={cause} value={cause} label={rootCauseWords(cause)} />
              ))}
            </FormSelect>
          </FormGroup>
          <FormGroup label="Resolution: what was done for the customer" fieldId="resolution" isRequired>
            <TextArea
              id="resolution"
              value={fields.resolution}
              onChange={change('resolution')}
              rows={3}
              resizeOrientation="vertical"
              isRequired
            />
          </FormGroup>
          <FormGroup label="Prevention: what would keep it from happening again" fieldId="prevention">
            <TextArea
              id="prevention"
              value={fields.prevention}
              onChange={change('prevention')}
              rows={2}
              resizeOrientation="vertical"
            />
          </FormGroup>
        </Form>
        {resolving.error !== null && (
          <Refused error={resolving.error} newer={read.etag !== etag} takeNewer={() => (setEtag(read.etag), resolving.reset())} />
        )}
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="resolve-form" isDisabled={draft === null} isAriaDisabled={resolving.isPending}>
          {resolving.isPending ? 'Resolving' : 'Resolve'}
        </Button>
        <Button variant="link" onClick={close}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function Refused({ error, newer, takeNewer }: { error: Error; newer: boolean; takeNewer: () => void }) {
  if (!isStale(error)) {
    return (
      <Alert component="p" isInline isLiveRegion variant="danger" title="Not resolved. Your text is kept.">
        {explain(error)}
      </Alert>
    );
  }
  return (
    <Alert
      component="p"
      isInline
      isLiveRegion
      variant="warning"
      title="Not resolved: the case changed while you were writing"
      actionLinks={
        newer ? (
          <Button variant="link" isInline onClick={takeNewer}>
            I have looked at it
          </Button>
        ) : undefined
      }
    >
      Close this dialog to read what is new; your text is kept. Go on if you know it already.
    </Alert>
  );
}
