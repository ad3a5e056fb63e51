export type Command =
  | 'help'
  | 'goToQueue'
  | 'goToPlayground'
  | 'goToPolicy'
  | 'goToDecisions'
  | 'next'
  | 'previous'
  | 'open'
  | 'showNew'
  | 'claim'
  | 'claimNext'
  | 'release'
  | 'resolve'
  | 'reply'
  | 'step'
  | 'why'
  | 'contextBack'
  | 'contextForward'
  | 'leave';

export interface Binding {
  readonly command: Command;
  /** As `KeyboardEvent.key` says it; two entries with a space are typed one after the other. */
  readonly keys: readonly string[];
  readonly where: 'Anywhere' | 'List' | 'Ownership' | 'Case';
  readonly what: string;
}

/** Every shortcut of the console; the help dialog shows exactly this. No Alt: it types characters on many layouts. */
export const keymap: readonly Binding[] = [
  { command: 'help', keys: ['?'], where: 'Anywhere', what: 'Show this help' },
  { command: 'goToQueue', keys: ['g q'], where: 'Anywhere', what: 'Go to the queue' },
  { command: 'goToPlayground', keys: ['g t'], where: 'Anywhere', what: 'Go to the playground, to try something' },
  { command: 'goToPolicy', keys: ['g p'], where: 'Anywhere', what: 'Go to the policy' },
  { command: 'goToDecisions', keys: ['g d'], where: 'Anywhere', what: 'Go to the decisions' },
  { command: 'leave', keys: ['Escape'], where: 'Anywhere', what: 'Leave the field, then the pane, then the case' },
  { command: 'next', keys: ['j'], where: 'List', what: 'Next case' },
  { command: 'previous', keys: ['k'], where: 'List', what: 'Previous case' },
  { command: 'open', keys: ['o', 'Enter'], where: 'List', what: 'Open the case' },
  { command: 'showNew', keys: ['.'], where: 'List', what: 'Show new arrivals' },
  { command: 'claim', keys: ['c'], where: 'Ownership', what: 'Claim the case' },
  { command: 'claimNext', keys: ['n'], where: 'Ownership', what: 'Claim the next unclaimed case' },
  { command: 'release', keys: ['u'], where: 'Ownership', what: 'Release the case' },
  { command: 'resolve', keys: ['R'], where: 'Ownership', what: 'Resolve the case' },
  { command: 'reply', keys: ['r'], where: 'Case', what: 'Reply to the customer' },
  { command: 'step', keys: ['l'], where: 'Case', what: 'Log a step' },
  { command: 'why', keys: ['w'], where: 'Case', what: 'Fold or unfold why it was escalated' },
  { command: 'contextBack', keys: ['['], where: 'Case', what: 'Previous context tab' },
  { command: 'contextForward', keys: [']'], where: 'Case', what: 'Next context tab, or open the drawer' },
];

/** How a key is printed on the keyboard. */
export function printed(keys: string): string[] {
  if (/^[A-Z]$/.test(keys)) {
    return ['Shift', keys];
  }
  return keys.split(' ').map((key) => (key === 'Escape' ? 'Esc' : key));
}
