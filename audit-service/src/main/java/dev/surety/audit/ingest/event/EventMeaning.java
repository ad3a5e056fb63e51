package dev.surety.audit.ingest.event;

import dev.surety.audit.disclosure.Participants;
import dev.surety.audit.ingest.Facts;
import dev.surety.contracts.EventType;
import dev.surety.contracts.bias.BiasRunCompleted;
import dev.surety.contracts.cases.CaseClaimed;
import dev.surety.contracts.cases.CaseMerged;
import dev.surety.contracts.cases.CaseOpened;
import dev.surety.contracts.cases.CaseReleased;
import dev.surety.contracts.cases.CaseResolved;
import dev.surety.contracts.cases.ReplySent;
import dev.surety.contracts.cases.StepLogged;
import dev.surety.contracts.feedback.DecisionJudged;
import dev.surety.contracts.floor.FloorChanged;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.contracts.interaction.PseudonymsRevealed;
import dev.surety.contracts.policy.PolicyActivated;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the log needs to know of an event beyond its bytes.
 *
 * @param identity what two deliveries of it agree in; null when that is all of its bytes
 */
record EventMeaning(
        Participants participants, Facts facts, @Nullable String identity) {

    static EventMeaning of(EventType type, Record data, String tenant) {
        return switch (type) {
            case EXCHANGE_EVALUATED -> of((ExchangeEvaluated) data, tenant);
            case PSEUDONYMS_REVEALED -> of((PseudonymsRevealed) data, tenant);
            case POLICY_ACTIVATED -> of((PolicyActivated) data, tenant);
            case FLOOR_CHANGED -> of((FloorChanged) data, tenant);
            case CASE_OPENED -> of((CaseOpened) data, tenant);
            case CASE_MERGED -> of((CaseMerged) data, tenant);
            case CASE_CLAIMED -> {
                CaseClaimed claimed = (CaseClaimed) data;
                yield ofCase(tenant, claimed.conversationId(), claimed.agent(), Facts.NONE);
            }
            case CASE_RELEASED -> {
                CaseReleased released = (CaseReleased) data;
                yield ofCase(tenant, released.conversationId(), released.agent(), Facts.NONE);
            }
            case REPLY_SENT -> of((ReplySent) data, tenant);
            case STEP_LOGGED -> {
                StepLogged logged = (StepLogged) data;
                yield ofCase(tenant, logged.conversationId(), logged.agent(), Facts.NONE);
            }
            case CASE_RESOLVED -> of((CaseResolved) data, tenant);
            case DECISION_JUDGED -> of((DecisionJudged) data, tenant);
            case BIAS_RUN_COMPLETED -> of((BiasRunCompleted) data, tenant);
            case CHECKPOINT_PUBLISHED -> new EventMeaning(Participants.ofTenant(tenant), Facts.NONE, null);
        };
    }

    /**
     * Two replicas that answer the same request decide alike, but at other times and with other running numbers. So an
     * exchange is the same when the request, the policy and what was decided are.
     */
    private static EventMeaning of(ExchangeEvaluated exchange, String tenant) {
        List<String> reasons = exchange.results().stream()
                .filter(result -> result.enforced() && result.status().equals("fail"))
                .map(ExchangeEvaluated.RuleResult::reasonCode)
                .filter(Objects::nonNull)
                .toList();
        Facts facts = Facts.builder()
                .code("action", label(exchange.action()))
                .code("stage", label(exchange.stage()))
                .number("turn", exchange.conversation().turn())
                .codes("reasons", reasons)
                .nested(
                        "policy",
                        policy(
                                exchange.policy().id(),
                                exchange.policy().version(),
                                exchange.policy().digest()))
                .nested(
                        "producer",
                        Facts.builder()
                                .code("instance", exchange.producer().instance())
                                .number("sequence", exchange.producer().sequence())
                                .build())
                .build();
        String identity = String.join(
                "\0",
                exchange.requestDigest(),
                exchange.policy().digest(),
                label(exchange.action()),
                exchange.delivered().text());
        Participants participants = new Participants(
                tenant, exchange.customer().ref(), exchange.conversation().id(), null);
        return new EventMeaning(participants, facts, identity);
    }

    private static EventMeaning of(PolicyActivated activated, String tenant) {
        Facts facts = Facts.builder()
                .nested("policy", policy(activated.policyId(), activated.version(), activated.digest()))
                .build();
        return new EventMeaning(Participants.ofTenant(tenant), facts, null);
    }

    private static EventMeaning of(FloorChanged changed, String tenant) {
        Facts facts = Facts.builder()
                .code("holder", label(changed.holder()))
                .number("epoch", changed.epoch())
                .build();
        return ofCase(tenant, changed.conversationId(), changed.agent(), facts);
    }

    private static EventMeaning of(CaseOpened opened, String tenant) {
        Facts facts = Facts.builder()
                .code("decision", opened.decisionId())
                .code("priority", opened.priority())
                .codes("reasons", opened.reasonCodes())
                .build();
        Participants participants = new Participants(tenant, opened.customerRef(), opened.conversationId(), null);
        return new EventMeaning(participants, facts, null);
    }

    private static EventMeaning of(CaseMerged merged, String tenant) {
        Facts facts = Facts.builder()
                .code("decision", merged.decisionId())
                .code("priority", merged.priority())
                .codes("reasons", merged.reasonCodes())
                .build();
        return ofCase(tenant, merged.conversationId(), null, facts);
    }

    private static EventMeaning of(ReplySent sent, String tenant) {
        Facts facts = Facts.builder()
                .number("sequence", sent.sequence())
                .number("floorEpoch", sent.floorEpoch())
                .build();
        return ofCase(tenant, sent.conversationId(), sent.agent(), facts);
    }

    private static EventMeaning of(CaseResolved resolved, String tenant) {
        Facts facts = Facts.builder().code("rootCause", resolved.rootCause()).build();
        return ofCase(tenant, resolved.conversationId(), resolved.agent(), facts);
    }

    private static EventMeaning of(DecisionJudged judged, String tenant) {
        Facts facts = Facts.builder()
                .code("decision", judged.decisionId())
                .code("verdict", label(judged.verdict()))
                .build();
        return ofCase(tenant, judged.conversationId(), judged.person(), facts);
    }

    private static EventMeaning of(PseudonymsRevealed revealed, String tenant) {
        Facts facts = Facts.builder().number("restored", revealed.restored()).build();
        return ofCase(tenant, revealed.conversationId(), revealed.person(), facts);
    }

    private static EventMeaning of(BiasRunCompleted completed, String tenant) {
        Facts facts = Facts.builder()
                .code("verdict", label(completed.verdict()))
                .nested(
                        "suite",
                        Facts.builder()
                                .code("id", completed.suiteId())
                                .code("version", completed.suiteVersion())
                                .code("digest", completed.suiteDigest())
                                .build())
                .build();
        return new EventMeaning(Participants.ofTenant(tenant), facts, null);
    }

    private static EventMeaning ofCase(String tenant, String conversation, @Nullable String agent, Facts facts) {
        return new EventMeaning(new Participants(tenant, null, conversation, agent), facts, null);
    }

    private static Facts policy(String id, int version, String digest) {
        return Facts.builder()
                .code("id", id)
                .number("version", version)
                .code("digest", digest)
                .build();
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
