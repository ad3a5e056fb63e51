import { forThisBrowser, recall, remember } from '../shared/storage.ts';

export const choices = ['light', 'dark', 'system'] as const;
export type Choice = (typeof choices)[number];

const key = 'surety.theme';
const darkClass = 'pf-v6-theme-dark';

export function chosen(): Choice {
  const value = recall(forThisBrowser, key);
  return choices.find((choice) => choice === value) ?? 'system';
}

export function isDark(choice: Choice, systemIsDark: boolean): boolean {
  return choice === 'dark' || (choice === 'system' && systemIsDark);
}

/** Shows the theme at once and keeps it for the next visit. */
export function choose(choice: Choice): void {
  remember(forThisBrowser, key, choice);
  apply();
}

export function apply(): void {
  const dark = isDark(chosen(), systemScheme().matches);
  document.documentElement.classList.toggle(darkClass, dark);
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
}

/** Applies the theme now and follows the system from then on. */
export function follow(): void {
  apply();
  systemScheme().addEventListener('change', apply);
}

function systemScheme(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}
