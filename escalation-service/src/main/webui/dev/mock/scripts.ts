import type { Passage, Priority, Trigger } from '../../src/api/types.ts';

type Rule = Pick<Trigger, 'rule' | 'message' | 'condition' | 'scorePerMille' | 'thresholdPerMille' | 'inputs'> & {
  check: string;
  reasonCode: string;
  /** Words that the finding points at. */
  finds: string[];
};

export interface Script {
  customerRef: string;
  channel: string;
  locale: string;
  queue: string;
  priority: Priority;
  minutesAgo: number;
  headline: string;
  said: [speaker: 'customer' | 'bot' | 'withheld', content: string][];
  rules: Rule[];
  passages: (Partial<Passage> & Pick<Passage, 'text' | 'scorePerMille' | 'source'>)[];
}

/** Conversations that went to a human, written for the mock. */
export const scripts: [Script, ...Script[]] = [
  {
    customerRef: 'CUST-48213',
    channel: 'chat',
    locale: 'en-GB',
    queue: 'wealth',
    priority: 'P1',
    minutesAgo: 6,
    headline: 'The bot was about to recommend an investment, which only a licensed adviser may do.',
    said: [
      ['customer', 'Hi, my fixed-term deposit ends on Friday. It is about 42,000.'],
      ['bot', 'Thank you. Your deposit matures on Friday and is paid to your current account unless you choose otherwise [1].'],
      ['customer', 'Should I put it into your global equity fund instead? I want to retire in six years.'],
      [
        'withheld',
        'With six years until retirement I recommend moving at least 70 % into the global equity fund, which has returned 8 % a year [2].',
      ],
      ['bot', 'That is a question for one of our advisers. I am bringing in a colleague who can help you with it.'],
    ],
    rules: [
      {
        rule: 'FIN-07',
        check: 'advice',
        reasonCode: 'ADVICE_FINANCIAL',
        message: 'The answer recommends an investment to a named customer.',
        condition: "checks.advice.score >= 0.70 && checks.advice.topic == 'financial'",
        scorePerMille: 860,
        thresholdPerMille: 700,
        inputs: { 'checks.advice.score': '0.86', 'checks.advice.topic': 'financial', 'conversation.jurisdiction': 'GB' },
        finds: ['I recommend moving at least 70 %', 'Should I put it into your global equity fund'],
      },
      {
        rule: 'GRD-02',
        check: 'grounding',
        reasonCode: 'UNSUPPORTED_CLAIM',
        message: 'A figure in the answer is in none of the cited sources.',
        condition: 'checks.grounding.unsupported > 0',
        scorePerMille: 640,
        thresholdPerMille: 500,
        inputs: { 'checks.grounding.unsupported': '1', 'checks.grounding.claims': '3' },
        finds: ['8 % a year'],
      },
    ],
    passages: [
      {
        text: 'A fixed-term deposit is paid out to the reference account on the day of maturity. Instructions can be changed until 18:00 on the day before.',
        scorePerMille: 912,
        source: 'Terms for deposits, section 4',
        validFrom: '2026-01-01',
      },
      {
        text: 'The global equity fund invests worldwide. Past performance is no guide to the future. The value may fall as well as rise.',
        scorePerMille: 733,
        source: 'Key information: global equity fund',
        validFrom: '2025-04-01',
        validTo: '2026-09-30',
      },
      {
        text: 'Advice on investments is given only by advisers who are registered for it.',
        scorePerMille: 541,
        source: 'Conduct handbook, chapter 2',
        cited: false,
      },
    ],
  },
  {
    customerRef: 'CUST-10977',
    channel: 'email',
    locale: 'en-US',
    queue: 'billing',
    priority: 'P2',
    minutesAgo: 31,
    headline: 'The customer complains about a double charge and asks for a person.',
    said: [
      ['customer', 'You charged me twice in March. This is the second time I write to you about it and I am losing patience.'],
      [
        'bot',
        'I am sorry about that. Each month is charged once, on the third [1]. Could you send me the dates of both charges?',
      ],
      ['customer', 'March 3 and March 4, 49.90 each. Please let me talk to a person, not a machine.'],
      ['bot', 'Of course. I am handing this to a colleague with everything you have told me.'],
    ],
    rules: [
      {
        rule: 'HUM-01',
        check: 'handover',
        reasonCode: 'HUMAN_REQUESTED',
        message: 'The customer asks for a person.',
        condition: 'checks.handover.requested',
        scorePerMille: 970,
        thresholdPerMille: 600,
        inputs: { 'checks.handover.requested': 'true' },
        finds: ['let me talk to a person'],
      },
      {
        rule: 'CMP-01',
        check: 'complaint',
        reasonCode: 'COMPLAINT',
        message: 'The customer complains, and not for the first time.',
        condition: 'checks.complaint.score >= 0.60',
        scorePerMille: 780,
        thresholdPerMille: 600,
        inputs: { 'checks.complaint.score': '0.78', 'checks.complaint.repeated': 'true' },
        finds: ['second time I write to you'],
      },
    ],
    passages: [
      {
        text: 'Subscriptions are charged once a month, on the third. A failed charge is repeated on the next day.',
        scorePerMille: 884,
        source: 'Help: how billing works',
      },
    ],
  },
  {
    customerRef: 'CUST-33120',
    channel: 'voice',
    locale: 'de-DE',
    queue: 'tier1',
    priority: 'P1',
    minutesAgo: 3,
    headline: 'The customer says that she is desperate; a person must take over.',
    said: [
      ['customer', 'Mir wurde heute der Strom abgestellt. Ich habe ein kleines Kind und weiß nicht mehr weiter.'],
      ['bot', 'Das tut mir sehr leid. Ich hole sofort eine Kollegin dazu, die Ihnen helfen kann.'],
    ],
    rules: [
      {
        rule: 'DST-01',
        check: 'distress',
        reasonCode: 'DISTRESS',
        message: 'The customer is in distress.',
        condition: 'checks.distress.score >= 0.50',
        scorePerMille: 910,
        thresholdPerMille: 500,
        inputs: { 'checks.distress.score': '0.91' },
        finds: ['weiß nicht mehr weiter'],
      },
    ],
    passages: [],
  },
  {
    customerRef: 'CUST-20554',
    channel: 'chat',
    locale: 'fr-FR',
    queue: 'voyages',
    priority: 'P3',
    minutesAgo: 48,
    headline: 'The bot found no source that fits the question well enough.',
    said: [
      ['customer', 'Bonjour, mon vol de correspondance a été annulé. Ai-je droit à une nuit d’hôtel ?'],
      ['bot', 'Je vérifie cela avec un collègue, qui vous répondra ici même.'],
    ],
    rules: [
      {
        rule: 'RET-01',
        check: 'retrieval',
        reasonCode: 'LOW_RETRIEVAL_CONFIDENCE',
        message: 'The best source is a poor match for the question.',
        condition: 'checks.retrieval.best < 0.55',
        scorePerMille: 410,
        thresholdPerMille: 550,
        inputs: { 'checks.retrieval.best': '0.41', 'checks.retrieval.passages': '2' },
        finds: [],
      },
    ],
    passages: [
      {
        text: 'En cas d’annulation, le passager a le choix entre le remboursement et un réacheminement.',
        scorePerMille: 410,
        source: 'Conditions de transport, art. 9',
      },
      {
        text: 'Les bagages enregistrés suivent le passager sur le vol de remplacement.',
        scorePerMille: 322,
        source: 'Bagages',
        cited: false,
      },
    ],
  },
  {
    customerRef: 'CUST-91876',
    channel: 'sms',
    locale: 'en-IE',
    queue: 'health',
    priority: 'P2',
    minutesAgo: 22,
    headline: 'The customer asks for medical advice.',
    said: [
      ['customer', 'Can I take the new tablets together with my blood thinner? Is that covered?'],
      ['bot', 'A colleague will answer you about cover. For the tablets please ask your doctor or pharmacist.'],
    ],
    rules: [
      {
        rule: 'MED-03',
        check: 'advice',
        reasonCode: 'ADVICE_MEDICAL',
        message: 'The question asks whether medicines may be combined.',
        condition: "checks.advice.score >= 0.70 && checks.advice.topic == 'medical'",
        scorePerMille: 890,
        thresholdPerMille: 700,
        inputs: { 'checks.advice.score': '0.89', 'checks.advice.topic': 'medical' },
        finds: ['take the new tablets together with my blood thinner'],
      },
    ],
    passages: [],
  },
  {
    customerRef: 'CUST-65002',
    channel: 'chat',
    locale: 'de-CH',
    queue: 'tier1',
    priority: 'P3',
    minutesAgo: 75,
    headline: 'An amount in the answer contradicts its source.',
    said: [
      ['customer', 'Was kostet mich die vorzeitige Kündigung?'],
      ['withheld', 'Die vorzeitige Kündigung kostet einmalig 49 Franken [1].'],
      ['bot', 'Das klärt eine Kollegin für Sie und meldet sich gleich hier im Chat.'],
    ],
    rules: [
      {
        rule: 'GRD-01',
        check: 'grounding',
        reasonCode: 'CONTRADICTED_CLAIM',
        message: 'The answer says 49, its source says 149.',
        condition: 'checks.grounding.contradicted > 0',
        scorePerMille: 1000,
        thresholdPerMille: 500,
        inputs: { 'checks.grounding.contradicted': '1' },
        finds: ['49 Franken'],
      },
    ],
    passages: [
      {
        text: 'Bei Kündigung vor Ablauf der Mindestdauer fällt eine Gebühr von 149 Franken an.',
        scorePerMille: 934,
        source: 'Preisliste Mobil',
        validFrom: '2026-03-01',
      },
    ],
  },
  {
    customerRef: 'CUST-77341',
    channel: 'email',
    locale: 'en-GB',
    queue: 'tier1',
    priority: 'P4',
    minutesAgo: 190,
    headline: 'The customer asks for a person to confirm an address change.',
    said: [
      ['customer', 'We have moved. I would rather have someone confirm the new address in writing.'],
      ['bot', 'Gladly. A colleague will confirm it to you by e-mail.'],
    ],
    rules: [
      {
        rule: 'HUM-01',
        check: 'handover',
        reasonCode: 'HUMAN_REQUESTED',
        message: 'The customer asks for a person.',
        condition: 'checks.handover.requested',
        scorePerMille: 720,
        thresholdPerMille: 600,
        inputs: { 'checks.handover.requested': 'true' },
        finds: ['have someone confirm'],
      },
    ],
    passages: [],
  },
  {
    customerRef: 'CUST-51409',
    channel: 'chat',
    locale: 'en-US',
    queue: 'travel',
    priority: 'P3',
    minutesAgo: 240,
    headline: 'The bot used terms that were no longer valid.',
    said: [
      ['customer', 'Can I still cancel my trip in May for free?'],
      ['withheld', 'Yes, you can cancel free of charge until 14 days before departure [1].'],
      ['bot', 'Let me check this with a colleague, who will answer you here.'],
    ],
    rules: [
      {
        rule: 'RET-03',
        check: 'retrieval',
        reasonCode: 'OUTDATED_PASSAGE',
        message: 'A cited source was no longer valid.',
        condition: 'checks.retrieval.outdated > 0',
        scorePerMille: 1000,
        thresholdPerMille: 500,
        inputs: { 'checks.retrieval.outdated': '1' },
        finds: ['free of charge until 14 days'],
      },
    ],
    passages: [
      {
        text: 'Trips can be cancelled free of charge until 14 days before departure.',
        scorePerMille: 901,
        source: 'Travel terms 2025',
        validTo: '2025-12-31',
      },
    ],
  },
];
