import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { HelpDialog } from './HelpDialog.tsx';
import { keymap } from './keymap.ts';
import { ShortcutProvider, useShortcut } from './ShortcutProvider.tsx';

function Claiming({ claim }: { claim: () => void }) {
  useShortcut('claim', claim);
  return null;
}

function show(claim: () => void, open: boolean) {
  return render(
    <ShortcutProvider>
      <Claiming claim={claim} />
      <HelpDialog open={open} close={() => undefined} />
    </ShortcutProvider>,
  );
}

it('explains every shortcut', () => {
  show(() => undefined, true);

  for (const { what } of keymap) {
    expect(screen.getByText(what)).toBeTruthy();
  }
});

it('switches single keys off, also for the next visit', () => {
  const claim = vi.fn();
  const { unmount } = show(claim, true);
  fireEvent.click(screen.getByRole('switch', { name: 'Single-key shortcuts' }));
  unmount();
  show(claim, false);

  fireEvent.keyDown(document.body, { key: 'c' });

  expect(claim).not.toHaveBeenCalled();
});

it('leaves the keys to an open dialog', () => {
  const claim = vi.fn();
  show(claim, true);

  fireEvent.keyDown(document.body, { key: 'c' });

  expect(claim).not.toHaveBeenCalled();
});

it('claims by key otherwise', () => {
  const claim = vi.fn();
  show(claim, false);

  fireEvent.keyDown(document.body, { key: 'c' });

  expect(claim).toHaveBeenCalledOnce();
});
