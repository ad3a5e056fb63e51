package dev.surety.benchmarks.accuracy;

import dev.surety.benchmarks.BaselineDecisions;
import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.decision.RuleResult;
import dev.surety.guardrail.decision.Status;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Customer;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.Response;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.policy.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The service's own evaluator under the baseline policy: what a new installation would decide. */
public final class Baseline {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Customer CUSTOMER = new Customer("benchmark", List.of("service"));

    private final BaselineDecisions baseline = new BaselineDecisions();

    /** Which policy decided. */
    Policy.Identity policy() {
        return baseline.policy();
    }

    /** The decision about a customer's words. */
    Decision question(String text) {
        return question(null, text);
    }

    /** The decision about a customer's words to a bot with that system message. */
    Decision question(@Nullable String system, String text) {
        return baseline.decide(exchange(Stage.INPUT, system, text, null, List.of()));
    }

    /** The decision about a bot's answer. */
    Decision answer(String question, String answer, List<String> passages) {
        List<Passage> retrieved = new ArrayList<>();
        for (String passage : passages) {
            retrieved.add(new Passage("p" + retrieved.size(), passage, 800, null, true, null, null));
        }
        return baseline.decide(exchange(Stage.OUTPUT, null, question, answer, retrieved));
    }

    private static Exchange exchange(
            Stage stage, @Nullable String system, String text, @Nullable String answer, List<Passage> passages) {
        List<Message> messages = new ArrayList<>();
        if (system != null) {
            messages.add(new Message(Message.Role.SYSTEM, system));
        }
        messages.add(new Message(Message.Role.ASSISTANT, "Hello, how can I help?"));
        messages.add(new Message(Message.Role.USER, text));
        return new Exchange(
                stage,
                new Conversation("benchmark", 1, "chat", Locale.US, "US"),
                CUSTOMER,
                messages,
                answer == null ? null : new Response(answer, null, null),
                passages,
                Map.of(),
                DAY);
    }

    /** A customer's words in a running chat, as every set of questions is judged. */
    public static Exchange customerSays(String text) {
        return exchange(Stage.INPUT, null, text, null, List.of());
    }

    /** Whether a rule whose name begins so asks something of the text. */
    public static boolean fired(Decision decision, String prefix) {
        return decision.results().stream().anyMatch(failed(prefix));
    }

    /** What the rules whose names begin so found. */
    static List<Finding> findings(Decision decision, String prefix) {
        return decision.results().stream()
                .filter(failed(prefix))
                .flatMap(result -> result.findings().stream())
                .distinct()
                .toList();
    }

    private static Predicate<RuleResult> failed(String prefix) {
        return result -> result.status() == Status.FAIL && result.rule().startsWith(prefix);
    }
}
