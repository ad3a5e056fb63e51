import type { ListState } from '../api/types.ts';

export interface View {
  readonly name: string;
  readonly state: ListState;
  readonly label: string;
  /** What an empty list means, in words. */
  readonly empty: { readonly title: string; readonly body: string };
}

/** The tabs of the queue. The name is part of the address, so that a view can be shared and survives a reload. */
export const views: readonly [View, ...View[]] = [
  {
    name: 'unclaimed',
    state: 'queued',
    label: 'Unclaimed',
    empty: { title: 'Nothing unclaimed', body: 'Every open case has an owner. New cases appear here by themselves.' },
  },
  {
    name: 'mine',
    state: 'mine',
    label: 'Mine',
    empty: { title: 'You hold no case', body: 'Claim one from Unclaimed, or press n for the next.' },
  },
  {
    name: 'open',
    state: 'open',
    label: 'All open',
    empty: { title: 'No open cases', body: 'The bots are answering everything by themselves at the moment.' },
  },
  {
    name: 'resolved',
    state: 'resolved',
    label: 'Resolved',
    empty: { title: 'Nothing resolved yet', body: 'Resolved cases are kept here, with root cause and resolution.' },
  },
];

export function viewNamed(name: string | null): View {
  return views.find((view) => view.name === name) ?? views[0];
}

export function queuePath(view: View): string {
  return view === views[0] ? '/queue' : `/queue?view=${view.name}`;
}

export function casePath(id: string, view: View): string {
  const path = `/cases/${encodeURIComponent(id)}`;
  return view === views[0] ? path : `${path}?view=${view.name}`;
}
