import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeService, problem } from '../testing/FakeService.ts';
import { pia, policyInForce } from '../testing/policies.ts';
import { showAt } from '../testing/show.tsx';
import { byCover, queuesOf } from './grouping.ts';

const { rules: _rules, ...item } = policyInForce();
let service: FakeService;

beforeEach(() => {
  service = new FakeService()
    .on('GET /v1/guardrail/policies', {
      body: { items: [item, { ...item, id: 'vault', bots: ['vault-bot'], digest: 'sha256:77' }] },
    })
    .on('GET /v1/guardrail/policies/current', ({ path }) => ({
      body: policyInForce(path.includes('vault-bot') ? { id: 'vault', bots: ['vault-bot'] } : {}),
    }));
});

async function shown() {
  const page = showAt('/policy', pia);
  await screen.findByRole('heading', { name: 'Cyber and privacy' });
  return page;
}

describe('the policy in force', () => {
  it('says its rules in words, by line of cover', async () => {
    await shown();

    const privacy = screen.getByRole('region', { name: 'Cyber and privacy' });
    const omissions = screen.getByRole('region', { name: 'Errors and omissions' });

    expect(within(privacy).getByRole('heading', { name: 'What injection.direct is about.' })).toBeTruthy();
    expect(privacy.textContent).toContain("I can't help with that.");
    expect(privacy.textContent).toContain('from 0.5 to 0.8: replace');
    expect(omissions.textContent).toContain('to queue tier1, priority P3');
  });

  it('names the queues with what sends work there', async () => {
    await shown();

    const queues = screen.getByRole('region', { name: 'Queues' });

    expect(within(queues).getByRole('rowheader', { name: 'tier1' })).toBeTruthy();
    expect(queues.textContent).toContain('what cannot be judged P2');
  });

  it('shows the texts of customers in the language that is chosen', async () => {
    await shown();
    const texts = screen.getByRole('region', { name: 'Texts for customers' });
    expect(texts.textContent).toContain("I can't help with that.");

    fireEvent.change(within(texts).getByLabelText('Language'), { target: { value: 'de' } });

    expect(texts.textContent).toContain('Dabei kann ich nicht helfen.');
    expect(texts.textContent).not.toContain("I can't help with that.");
  });

  it('goes to the policy of another bot', async () => {
    await shown();

    fireEvent.change(screen.getByLabelText('Policy'), { target: { value: 'vault-bot' } });

    expect((await screen.findByText('vault')).tagName).toBe('STRONG');
    expect(service.of('GET /v1/guardrail/policies/current').at(-1)?.path).toContain('bot=vault-bot');
  });

  it('says what is wrong when it cannot be read, and tries again', async () => {
    service.on('GET /v1/guardrail/policies/current', problem(503, 'unavailable'));
    showAt('/policy', pia);
    await screen.findByRole('heading', { name: 'The policy cannot be loaded' });
    service.on('GET /v1/guardrail/policies/current', { body: policyInForce() });

    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('heading', { name: 'Cyber and privacy' })).toBeTruthy();
  });

  it('groups in the order of the lines of cover, unnamed ones last', () => {
    const { rules } = policyInForce();
    const groups = byCover([
      { ...rules[0]!, id: 'a', cover: 'contract' },
      { ...rules[0]!, id: 'c', cover: 'made-up' },
      (({ cover: _cover, ...rule }) => ({ ...rule, id: 'b' }))(rules[0]!),
      { ...rules[0]!, id: 'd', cover: 'errors-and-omissions' },
    ]);

    expect(groups.map(({ cover }) => cover)).toEqual(['errors-and-omissions', 'contract', 'made-up', '']);
  });

  it('names a queue once for each priority of a rule', () => {
    const policy = policyInForce();
    const twice = { ...policy.rules[1]!, consequences: [...policy.rules[1]!.consequences, ...policy.rules[1]!.consequences] };

    expect(queuesOf({ ...policy, rules: [twice] })[0]?.uses).toEqual([
      { rule: 'handover.requested', priority: 'P3' },
      { rule: 'what cannot be judged', priority: 'P2' },
    ]);
  });
});
