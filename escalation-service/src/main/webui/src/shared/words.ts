/** Plain words for what the service calls by code. Unknown codes are spelled out, so that a new policy needs no new console. */

const reasons: Record<string, string> = {
  'advice-legal': 'Legal advice',
  'advice-financial': 'Financial advice',
  'advice-medical': 'Medical advice',
  'advice-insurance': 'Insurance advice',
  'advice-tax': 'Tax advice',
  'human-requested': 'Asked for a human',
  complaint: 'Complaint',
  distress: 'Customer in distress',
  'low-retrieval-confidence': 'Sources fit badly',
  'no-passages': 'No source found',
  'outdated-passage': 'Outdated source',
  'unsupported-claim': 'Not backed by a source',
  'contradicted-claim': 'Contradicts its source',
  'overlong-answer': 'Answer too long',
  'prompt-injection': 'Manipulation attempt',
  'indirect-injection': 'Manipulated source',
  'not-decidable': 'Could not be checked',
};

const acronyms = new Set(['PII', 'IBAN', 'SMS', 'AI', 'VAT']);

const channels: Record<string, string> = { chat: 'Chat', email: 'E-mail', 'e-mail': 'E-mail', voice: 'Voice', sms: 'SMS' };

const causes: Record<string, string> = {
  'knowledge-gap': 'Knowledge gap – the bot had no source for it',
  'outdated-content': 'Outdated content – the source was no longer true',
  'wrong-answer': 'Wrong answer – the source was right, the bot was not',
  'policy-too-strict': 'Policy too strict – the bot could have answered',
  process: 'Process – a step outside the conversation failed',
  'customer-request': 'Customer request – a person was asked for',
  other: 'Other',
};

export function reasonWords(code: string): string {
  const kebab = code.toLowerCase().replaceAll('_', '-');
  return reasons[kebab] ?? spelledOut(code);
}

export function channelWords(channel: string): string {
  return channels[channel.toLowerCase()] ?? spelledOut(channel);
}

export function rootCauseWords(cause: string): string {
  return causes[cause] ?? spelledOut(cause);
}

/** `PII_IBAN` → `PII IBAN`, `legal-threat` → `Legal threat`. */
export function spelledOut(code: string): string {
  const words = code
    .split(/[-_.\s]+/)
    .filter((word) => word !== '')
    .map((word) => (acronyms.has(word.toUpperCase()) ? word.toUpperCase() : word.toLowerCase()));
  const sentence = words.join(' ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** `de-CH` → `Swiss High German`; a tag that is none stays as it is. */
export function languageWords(locale: string): string {
  try {
    return languages.of(locale.replaceAll('_', '-')) ?? locale;
  } catch {
    return locale;
  }
}

export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
