import { useState } from 'react';
import { useMedia } from '../shared/useMedia.ts';
import { useShortcut } from '../shortcuts/ShortcutProvider.tsx';

export const contextTabs = ['record', 'sources', 'activity'] as const;
export type ContextTab = (typeof contextTabs)[number];

export function neighbour(tab: ContextTab, by: number): ContextTab {
  const place = (contextTabs.indexOf(tab) + by + contextTabs.length) % contextTabs.length;
  return contextTabs[place] ?? tab;
}

/** The context beside the conversation, or, where there is no room for it, in a drawer over it. */
export function useContextPane() {
  const beside = useMedia('(min-width: 1200px)');
  const [tab, setTab] = useState<ContextTab>('record');
  const [open, setOpen] = useState(false);
  const [source, setSource] = useState<number | null>(null);
  useShortcut('contextForward', () => (beside || open ? setTab(neighbour(tab, 1)) : setOpen(true)));
  useShortcut('contextBack', () => (beside || open ? setTab(neighbour(tab, -1)) : setOpen(true)));
  return {
    tab,
    source,
    drawer: beside ? null : { open, close: () => setOpen(false) },
    select: setTab,
    show: (wanted: ContextTab) => {
      setTab(wanted);
      setOpen(true);
    },
    showSource: (number: number) => {
      setSource(number);
      setTab('sources');
      setOpen(true);
    },
    toggle: () => setOpen(!open),
    isOverlaid: !beside && open,
  };
}
