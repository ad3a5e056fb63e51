import type { ExplainedDecision } from '../api/figures.ts';
import type { RuleOutcome } from '../api/policyTypes.ts';
import { actionWords } from '../shared/actions.ts';

/** What every rule said, put together from the reasons and the results; empty where the reader's role does not see it. */
export function outcomesOf({ rules = [], details }: ExplainedDecision): readonly RuleOutcome[] {
  return rules.map(({ counterfactuals = [], decisionWithout, ...rule }) => {
    const result = details?.results.find((each) => each.rule === rule.rule);
    const without =
      decisionWithout === undefined ? [] : [`Without this rule: ${actionWords(decisionWithout).name.toLowerCase()}.`];
    const otherwise = [...counterfactuals.map(({ sentence }) => sentence), ...without].join(' ');
    return {
      ...rule,
      check: result?.check ?? '',
      score: result?.score ?? 0,
      reasonCode: result?.reasonCode ?? '',
      message: result?.message ?? '',
      findings: [],
      ...(otherwise === '' ? {} : { counterfactual: otherwise }),
    };
  });
}

const verdicts: Record<string, string> = {
  correct: 'right',
  'false-positive': 'a false alarm',
  'false-negative': 'too lenient',
};

export function verdictWords(verdict: string): string {
  return verdicts[verdict] ?? verdict;
}
