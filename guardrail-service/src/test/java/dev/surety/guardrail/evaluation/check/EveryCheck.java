package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import java.util.List;

/** All checks, made once. */
final class EveryCheck {
    static final List<Check> LIST = List.of(
            new AdviceCheck(),
            new ComplaintCheck(),
            new DistressCheck(),
            new GroundingCheck(),
            new HandoverCheck(),
            new InjectionCheck(),
            new LengthCheck(),
            new PiiCheck(),
            new RetrievalCheck());

    private EveryCheck() {}
}
