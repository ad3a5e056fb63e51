import type { StepDraft } from '../api/types.ts';

export interface StepFields {
  readonly action: string;
  readonly system: string;
  readonly expected: string;
  readonly observed: string;
}

export const emptyStep: StepFields = { action: '', system: '', expected: '', observed: '' };

/** What is sent: fields that were left empty are absent. Null as long as nothing was said to be done. */
export function stepDraft(fields: StepFields): StepDraft | null {
  const action = fields.action.trim();
  if (action === '') {
    return null;
  }
  return {
    action,
    ...(fields.system.trim() === '' ? {} : { system: fields.system.trim() }),
    ...(fields.expected.trim() === '' ? {} : { expected: fields.expected.trim() }),
    ...(fields.observed.trim() === '' ? {} : { observed: fields.observed.trim() }),
  };
}
