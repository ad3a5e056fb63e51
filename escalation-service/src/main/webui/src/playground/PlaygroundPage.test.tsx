import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Preview } from '../api/policyTypes.ts';
import { alice } from '../testing/cases.ts';
import { FakeService, problem } from '../testing/FakeService.ts';
import { checkOutcome, decision, pia, place, policyInForce, previewOf, ruleOutcome } from '../testing/policies.ts';
import { showAt } from '../testing/show.tsx';

const previewCall = 'POST /v1/guardrail/evaluations/preview';
const question = 'Please refund to DE89 3704 0044 0532 0130 00.';
const iban = place('pii.iban', 'messages[0].content', 17, 44);

let service: FakeService;
let answer: Preview;

beforeEach(() => {
  answer = previewOf({
    decision: decision({
      action: 'redact',
      effective: {
        text: 'Please refund to [IBAN].',
        edits: [{ operation: 'redact', rule: 'pii.payment', start: 17, end: 44, reference: 'masks/pii-iban@1' }],
      },
      results: [
        ruleOutcome('pii.payment', {
          status: 'fail',
          action: 'redact',
          score: 0.99,
          findings: [iban],
          counterfactual: 'Would have passed at 0.995.',
        }),
        ruleOutcome('injection.direct'),
      ],
    }),
    checks: [checkOutcome('pii', { score: 0.99, values: { count: 1 }, findings: [iban] })],
  });
  service = new FakeService()
    .on(previewCall, () => ({ body: answer }))
    .on('GET /v1/guardrail/policies/current', { body: policyInForce() });
});

function shown() {
  const page = showAt('/policy/playground', pia);
  const field = (name: RegExp) => screen.getByLabelText(name);
  const write = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
  return { ...page, field, write };
}

async function tried() {
  const page = shown();
  page.write(/^Judge/, 'input');
  page.write(/^Question/, question);
  fireEvent.click(screen.getByRole('button', { name: /Try it/ }));
  await screen.findByRole('region', { name: 'The decision' });
  return page;
}

describe('the playground', () => {
  it('asks nothing before there is something to judge, and says what is missing', () => {
    const { write } = shown();
    write(/^Judge/, 'input');

    fireEvent.click(screen.getByRole('button', { name: /Try it/ }));

    expect(screen.getByText('Write what the customer asks.')).toBeTruthy();
    expect(service.of(previewCall)).toHaveLength(0);
  });

  it('sends the exchange as an integrator would, and no policy', async () => {
    await tried();

    expect(service.of(previewCall)[0]?.body).toEqual({
      exchange: {
        requestId: 'playground',
        bot: 'shop-assistant',
        stage: 'input',
        conversation: { id: 'playground', turn: 0, channel: 'chat', locale: 'en-GB' },
        customer: { ref: 'playground' },
        messages: [{ role: 'user', content: question }],
      },
    });
  });

  it('shows what would be delivered, with what was taken out and put in', async () => {
    await tried();

    const delivered = screen.getByRole('region', { name: 'What the model would read' });

    expect(delivered.querySelector('del')?.textContent).toBe('DE89 3704 0044 0532 0130 00');
    expect(delivered.querySelector('ins')?.textContent).toBe('[IBAN]');
  });

  it('marks every finding at its place and joins it with the rule that took it up', async () => {
    await tried();

    const found = screen.getByRole('region', { name: 'Where something was found' });

    expect(found.querySelector('mark')?.textContent).toBe('DE89 3704 0044 0532 0130 00');
    expect(within(found).getByRole('link', { name: 'pii.payment' }).getAttribute('href')).toBe('#rule-pii.payment');
    fireEvent.click(within(found).getByRole('button', { name: /Personal data/ }));
    expect(found.querySelector('mark')).toBeNull();
  });

  it('shows the rules that fired in full and folds the silent ones', async () => {
    await tried();

    const rules = screen.getByRole('region', { name: '1 rule fired' });

    expect(within(rules).getByText('Would have passed at 0.995.')).toBeTruthy();
    const folded = within(rules).getByText('1 rule stayed silent').closest('details');
    expect(folded?.open).toBe(false);
    expect(folded?.textContent).toContain('injection.direct');
  });

  it('says so when the fields change after a try, and keeps what was shown', async () => {
    const { write } = await tried();

    write(/^Question/, 'Something else.');

    expect(screen.getByText(/The fields have changed since/)).toBeTruthy();
    expect(screen.getByRole('region', { name: 'The decision' })).toBeTruthy();
  });

  it('tries an example at once, also with the keyboard afterwards', async () => {
    const { write, field } = shown();

    write(/^Begin with an example/, '1');

    await waitFor(() => expect(service.of(previewCall)).toHaveLength(1));
    await screen.findByRole('region', { name: 'The decision' });
    fireEvent.keyDown(field(/^Question/), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(service.of(previewCall)).toHaveLength(2));
  });

  it('begins a changed policy with the one in force and sends it along', async () => {
    const { write, field } = await tried();

    fireEvent.click(screen.getByRole('switch', { name: 'Try a changed policy' }));
    await waitFor(() => expect((field(/^Policy document/) as HTMLTextAreaElement).value).toContain('GuardrailPolicy'));
    write(/^Policy document/, 'kind: GuardrailPolicy # changed\n');
    fireEvent.click(screen.getByRole('button', { name: /Try it/ }));

    await waitFor(() => expect(service.of(previewCall)).toHaveLength(2));
    expect(service.of(previewCall)[1]?.body).toMatchObject({ policy: 'kind: GuardrailPolicy # changed\n' });
  });

  it('leads from a problem in the document to its place', async () => {
    const { field } = await tried();
    fireEvent.click(screen.getByRole('switch', { name: 'Try a changed policy' }));
    await waitFor(() => expect((field(/^Policy document/) as HTMLTextAreaElement).value).not.toBe(''));
    const { decision: _decision, ...refused } = previewOf({
      policy: 'draft',
      diagnostics: [{ line: 2, column: 7, message: "kind is unknown: write 'GuardrailPolicy'" }],
    });
    answer = refused;

    fireEvent.click(screen.getByRole('button', { name: /Try it/ }));
    const problems = await screen.findByRole('group', { name: 'What is wrong with the document' });
    fireEvent.click(within(problems).getByRole('button'));

    expect(document.activeElement).toBe(field(/^Policy document/));
    expect((field(/^Policy document/) as HTMLTextAreaElement).selectionStart).toBe('apiVersion: surety.dev/v1\n'.length + 6);
    expect(screen.queryByRole('region', { name: 'The decision' })).toBeNull();
  });

  it('says which tests of a draft do not hold, and why', async () => {
    answer = {
      ...answer,
      policy: 'draft',
      tests: [
        { name: 'a plain answer', passed: true, expected: 'allow', action: 'allow', failures: [] },
        { name: 'an IBAN', passed: false, expected: 'redact', action: 'allow', failures: ['rule pii.payment did not fire'] },
      ],
    };
    await tried();

    const tests = screen.getByRole('region', { name: 'Tests of the draft' });

    expect(tests.textContent).toContain('1 of 2 do not hold');
    expect(within(tests).getByText('rule pii.payment did not fire')).toBeTruthy();
  });

  it('keeps what is written when the service is away, and says what happened', async () => {
    service.on(previewCall, problem(503, 'unavailable'));
    const { write, field } = shown();
    write(/^Judge/, 'input');
    write(/^Question/, question);

    fireEvent.click(screen.getByRole('button', { name: /Try it/ }));

    expect(await screen.findByText('This could not be tried')).toBeTruthy();
    expect((field(/^Question/) as HTMLTextAreaElement).value).toBe(question);
  });

  it('keeps the fields when one goes away and comes back', async () => {
    const { write, router, field } = shown();
    write(/^Question/, 'Still here?');
    await act(() => router.navigate('/policy'));

    await act(() => router.navigate('/policy/playground'));

    expect((field(/^Question/) as HTMLTextAreaElement).value).toBe('Still here?');
  });

  it('is not for agents', () => {
    showAt('/policy/playground', alice);

    expect(screen.getByRole('heading', { name: 'Not for your role' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Go to your start page' }).getAttribute('href')).toBe('/queue');
  });
});
