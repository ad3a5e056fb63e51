import type { Action } from '../api/policyTypes.ts';

interface Words {
  /** What is done, as a label. */
  readonly name: string;
  /** What that means for the customer. */
  readonly meaning: string;
}

const words: Record<Action, Words> = {
  block: { name: 'Block', meaning: 'Nothing of the text is delivered.' },
  escalate: { name: 'Escalate', meaning: 'A person takes over; the customer reads a hand-over text meanwhile.' },
  replace: { name: 'Replace', meaning: 'The customer reads another text instead.' },
  redact: { name: 'Redact', meaning: 'What was found is masked, the rest is delivered.' },
  annotate: { name: 'Annotate', meaning: 'The text is delivered with a disclaimer or label.' },
  allow: { name: 'Allow', meaning: 'The text is delivered as it is.' },
};

export function actionWords(action: Action): Words {
  return words[action];
}

const covers: Record<string, { name: string; meaning: string }> = {
  'errors-and-omissions': {
    name: 'Errors and omissions',
    meaning: 'Answers that are wrong, misleading or left without a person where one was needed',
  },
  'cyber-privacy': { name: 'Cyber and privacy', meaning: 'Personal data, attacks on the bot, secrets' },
  'media-ip': { name: 'Media and intellectual property', meaning: 'Copied texts, marks, harmful claims about others' },
  professional: { name: 'Professional liability', meaning: 'Advice that only qualified people may give' },
  discrimination: { name: 'Discrimination', meaning: 'Unequal or abusive treatment' },
  contract: { name: 'Contract', meaning: 'Prices, terms and promises that bind the company' },
};

/** The lines of insurance cover, in the order in which they are shown; what names none comes last. */
export const coverOrder: readonly string[] = [...Object.keys(covers), ''];

export function coverWords(cover: string): { name: string; meaning: string } {
  return (
    covers[cover] ?? (cover === '' ? { name: 'No line of cover', meaning: 'Rules that name none' } : { name: cover, meaning: '' })
  );
}
