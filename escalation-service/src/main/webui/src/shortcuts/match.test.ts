import { describe, expect, it } from 'vitest';
import { keymap } from './keymap.ts';
import { isEditable, match } from './match.ts';

const stroke = (key: string, held: Partial<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('keystrokes', () => {
  it('finds every single-key command by its key', () => {
    for (const binding of keymap) {
      for (const keys of binding.keys.filter((each) => each !== 'Enter' && !each.includes(' '))) {
        expect(match(stroke(keys), '').command).toBe(binding.command);
      }
    }
  });

  it('tells r from Shift+R', () => {
    expect(match(stroke('r'), '').command).toBe('reply');
    expect(match(stroke('R'), '').command).toBe('resolve');
  });

  it('waits for the second key of a sequence', () => {
    const first = match(stroke('g'), '');

    expect(first).toEqual({ command: null, prefix: 'g' });
    expect(match(stroke('q'), first.prefix).command).toBe('goToQueue');
  });

  it('takes a key that ends no sequence for itself', () => {
    expect(match(stroke('j'), 'g').command).toBe('next');
  });

  it('leaves keys with Ctrl, ⌘ or Alt, and Enter, to the browser', () => {
    expect(match(stroke('c', { ctrlKey: true }), '').command).toBeNull();
    expect(match(stroke('c', { metaKey: true }), '').command).toBeNull();
    expect(match(stroke('c', { altKey: true }), '').command).toBeNull();
    expect(match(stroke('Enter'), '').command).toBeNull();
  });

  it('has no key twice', () => {
    const keys = keymap.flatMap((binding) => binding.keys);

    expect(new Set(keys).size).toBe(keys.length);
  });
});

it.each([
  ['<textarea></textarea>', true],
  ['<input type="text">', true],
  ['<select></select>', true],
  ['<input type="checkbox">', false],
  ['<button></button>', false],
  ['<a href="/"></a>', false],
])('knows where a letter is text: %s', (html, editable) => {
  document.body.innerHTML = html;

  expect(isEditable(document.body.firstElementChild)).toBe(editable);
});
