package dev.surety.guardrail.decision.rest;

import dev.surety.guardrail.decision.Deadline;
import dev.surety.guardrail.decision.DecisionService;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.NotRecordedException;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyService;
import dev.surety.kit.identity.Caller;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Takes requests for decisions, in whatever interface they came: read, decided for the caller's tenant, recorded. */
@Singleton
class EvaluationDesk {
    private final DecisionService decisions;
    private final PolicyService policies;
    private final Caller caller;
    private final EvaluationResource.Surroundings surroundings;

    EvaluationDesk(
            DecisionService decisions,
            PolicyService policies,
            Caller caller,
            EvaluationResource.Surroundings surroundings) {
        this.decisions = decisions;
        this.policies = policies;
        this.caller = caller;
        this.surroundings = surroundings;
    }

    /** The decision, which is on record; or a problem that says what is wrong with the request or with us. */
    Evaluation decide(@Nullable EvaluationRequest body) {
        long received = System.nanoTime();
        String tenant = caller.tenant();
        ExchangeReader.Read read = ExchangeReader.read(body, surroundings.limits(), surroundings.today());
        Policy policy = policies.inForce(tenant, read.bot());
        Evaluation.Request request =
                new Evaluation.Request(tenant, read.requestId(), surroundings.digest(body), read.bot());
        try {
            return decisions.decide(request, read.exchange(), policy, deadline(read.deadline(), received));
        } catch (NotRecordedException failure) {
            throw surroundings.notRecorded(policy, read.exchange().conversation());
        }
    }

    private static Deadline deadline(@Nullable Duration time, long received) {
        return time == null ? Deadline.NONE : new Deadline(received + time.toNanos(), System::nanoTime);
    }
}
