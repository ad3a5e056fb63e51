// Reads one JSON text per line, judges each with the peer, and writes one line per text:
// {"nanos": …, "injection": true|false, "personalData": true|false}
import { createInterface } from 'node:readline'
import { GuardrailsEngine, SelectionType, injectionGuard, piiGuard, secretGuard } from '@presidio-dev/hai-guardrails'

const everything = { selection: SelectionType.All }
const engine = new GuardrailsEngine({
  guards: [injectionGuard(everything, { mode: 'heuristic', threshold: 0.7 }), piiGuard(everything), secretGuard(everything)],
  logLevel: 'silent',
})

const stopped = (result, guard) =>
  result.messagesWithGuardResult.some(({ guardId, messages }) => guardId === guard && messages.some((message) => !message.passed))

for await (const line of createInterface({ input: process.stdin })) {
  const messages = [{ role: 'user', content: JSON.parse(line) }]
  const started = process.hrtime.bigint()
  const result = await engine.run(messages)
  const nanos = Number(process.hrtime.bigint() - started)
  console.log(JSON.stringify({ nanos, injection: stopped(result, 'injection'), personalData: stopped(result, 'pii') }))
}
