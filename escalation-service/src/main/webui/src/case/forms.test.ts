import { expect, it } from 'vitest';
import { resolutionDraft } from './resolution.ts';
import { hadExpired } from './SourcesTab.tsx';
import { emptyStep, stepDraft } from './steps.ts';
import { neighbour } from './useContextPane.ts';

it('logs no step without an action, and leaves empty fields out', () => {
  expect(stepDraft({ ...emptyStep, system: 'Billing' })).toBeNull();
  expect(stepDraft({ ...emptyStep, action: ' Refunded ', observed: 'Done' })).toEqual({ action: 'Refunded', observed: 'Done' });
});

it('resolves only with a root cause of the list and a resolution', () => {
  expect(resolutionDraft({ rootCause: '', resolution: 'Refunded', prevention: '' })).toBeNull();
  expect(resolutionDraft({ rootCause: 'moon', resolution: 'Refunded', prevention: '' })).toBeNull();
  expect(resolutionDraft({ rootCause: 'process', resolution: '  ', prevention: '' })).toBeNull();
  expect(resolutionDraft({ rootCause: 'process', resolution: 'Refunded', prevention: ' ' })).toEqual({
    rootCause: 'process',
    resolution: 'Refunded',
  });
});

it('counts the last day of a source as valid', () => {
  const passage = { id: 'p', text: '', scorePerMille: null, source: null, cited: true, validFrom: null, validTo: '2026-11-23' };

  expect(hadExpired(passage, '2026-11-23T23:59:00Z')).toBe(false);
  expect(hadExpired(passage, '2026-11-24T00:00:00Z')).toBe(true);
  expect(hadExpired({ ...passage, validTo: null }, '2026-11-24T00:00:00Z')).toBe(false);
});

it('goes round the context tabs in both directions', () => {
  expect(neighbour('record', 1)).toBe('sources');
  expect(neighbour('activity', 1)).toBe('record');
  expect(neighbour('record', -1)).toBe('activity');
});
