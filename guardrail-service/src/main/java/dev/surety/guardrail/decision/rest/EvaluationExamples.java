package dev.surety.guardrail.decision.rest;

/** The examples of the API description; a test sends the requests and compares the answer. */
final class EvaluationExamples {
    static final String OUTPUT = """
            {
              "requestId": "7d2f6c1e-3b7a-4d41-9a55-0b6f0a4d9e11",
              "bot": "retail-assistant",
              "stage": "output",
              "conversation": {"id": "c-88", "turn": 1, "channel": "chat", "locale": "en-GB", "jurisdiction": "GB"},
              "customer": {"ref": "cust-1042", "consents": ["service"]},
              "messages": [{"role": "user", "content": "How long can I return the headphones?"}],
              "response": {
                "content": "You can return them within 30 days of delivery.",
                "model": "example-model-1",
                "promptVersion": "12"
              },
              "context": {"passages": [{
                "id": "returns#2",
                "text": "Goods can be returned within 30 days of delivery.",
                "score": 0.91,
                "source": "help-centre",
                "cited": true,
                "validFrom": "2026-01-01"
              }]},
              "attributes": {"segment": "retail"}
            }
            """;

    static final String INPUT = """
            {
              "requestId": "b0a3e1d2-8f44-4a53-8a39-5d7c9a1f2e90",
              "bot": "retail-assistant",
              "stage": "input",
              "conversation": {"id": "c-89", "turn": 0, "channel": "email", "locale": "de-DE"},
              "customer": {"ref": "cust-2077"},
              "messages": [{"role": "user", "content": "Bitte erstatten Sie auf DE89 3704 0044 0532 0130 00."}]
            }
            """;

    static final String DECISION = """
            {
              "id": "0f5d8a52-8f0e-5b0c-9f3e-6c4f5b1c2d3e",
              "action": "redact",
              "effective": {
                "text": "Bitte erstatten Sie auf [IBAN].",
                "edits": [{
                  "operation": "redact", "rule": "pii.payment", "start": 24, "end": 51,
                  "reference": "baseline/masks/pii-iban/default/de@1", "text": "[IBAN]"
                }]
              },
              "obligations": [],
              "policy": {
                "id": "baseline", "version": 1,
                "digest": "sha256:0000000000000000000000000000000000000000000000000000000000000000"
              },
              "results": [{
                "rule": "pii.payment", "check": "pii", "status": "fail", "enforced": true, "action": "redact",
                "score": 0.99, "threshold": 0.6, "reasonCode": "PII_PAYMENT", "cover": "cyber-privacy",
                "condition": "score >= threshold", "inputs": {"score": 0.99, "threshold": 0.6},
                "findings": [{
                  "category": "pii.iban", "path": "messages[0].content", "start": 24, "end": 51,
                  "score": 0.99, "detector": "pii@2"
                }],
                "message": "A payment card or bank account number stands in the text.",
                "detectorVersion": "pii@2"
              }],
              "degraded": [],
              "timing": {
                "decisionMicros": 640,
                "checks": [{"check": "pii", "detector": "pii@2", "status": "done", "micros": 120}]
              }
            }
            """;

    private EvaluationExamples() {}
}
