package dev.surety.guardrail.decision;

import dev.surety.guardrail.evaluation.CheckCatalogue;

/** Who looks at an exchange, who hears of failures, and until when checks may begin. */
record Observer(CheckCatalogue catalogue, FailedCheckListener listener, Deadline deadline) {}
