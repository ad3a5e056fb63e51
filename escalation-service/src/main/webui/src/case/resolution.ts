import { type ResolutionDraft, rootCauses } from '../api/types.ts';

export interface ResolutionFields {
  readonly rootCause: string;
  readonly resolution: string;
  readonly prevention: string;
}

export const emptyResolution: ResolutionFields = { rootCause: '', resolution: '', prevention: '' };

/** What is sent; null until a root cause is chosen and the resolution is written. */
export function resolutionDraft(fields: ResolutionFields): ResolutionDraft | null {
  const rootCause = rootCauses.find((cause) => cause === fields.rootCause);
  const resolution = fields.resolution.trim();
  const prevention = fields.prevention.trim();
  if (rootCause === undefined || resolution === '') {
    return null;
  }
  return { rootCause, resolution, ...(prevention === '' ? {} : { prevention }) };
}
