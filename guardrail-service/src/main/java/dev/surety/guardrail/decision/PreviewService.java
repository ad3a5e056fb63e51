package dev.surety.guardrail.decision;

import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyRefusedException;
import dev.surety.guardrail.policy.PolicyService;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tries out how an exchange would be decided. It publishes nothing: what reaches no customer is no exchange. */
@ApplicationScoped
public class PreviewService {
    /** A preview has no identity: there is no record that it could name. */
    private static final UUID NOT_RECORDED = new UUID(0, 0);

    private final Evaluator evaluator;
    private final PolicyService policies;
    private final GuardrailConfig.Preview config;
    private final Clock clock;
    private final MeterRegistry meters;

    PreviewService(
            Evaluator evaluator, PolicyService policies, GuardrailConfig config, Clock clock, MeterRegistry meters) {
        this.evaluator = evaluator;
        this.policies = policies;
        this.config = config.preview();
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * How the exchange would be decided.
     *
     * @param document the policy to decide by; null for the one in force
     */
    public Preview preview(Evaluation.Request request, Exchange exchange, @Nullable String document) {
        if (document == null) {
            return decided(request, exchange, policies.inForce(request.tenant(), request.bot()), false);
        }
        try {
            return decided(request, exchange, policies.draft(request.tenant(), document), true);
        } catch (PolicyRefusedException refused) {
            count("refused", true);
            return new Preview.Refused(refused.diagnostics());
        }
    }

    private Preview.Decided decided(Evaluation.Request request, Exchange exchange, Policy policy, boolean draft) {
        long started = System.nanoTime();
        Examination examination = evaluator.examine(exchange, policy);
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started);
        List<PolicyTestRunner.Outcome> tests =
                draft ? new PolicyTestRunner(evaluator).run(policy, config.tests()) : List.of();
        int leftOut = draft ? policy.tests().size() - tests.size() : 0;
        count(examination.decision().action().wireName(), draft);
        Evaluation evaluation = new Evaluation(
                NOT_RECORDED, request, exchange, examination.decision(), clock.instant(), micros, examination.checks());
        return new Preview.Decided(evaluation, examination.checks(), draft, tests, leftOut);
    }

    private void count(String outcome, boolean draft) {
        meters.counter("surety.guardrail.previews", "outcome", outcome, "policy", draft ? "draft" : "in-force")
                .increment();
    }
}
