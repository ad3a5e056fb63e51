package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.decision.Glance;
import dev.surety.guardrail.decision.PartialAnswers;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes of the caller's messages those that the model may read. The customer's latest words are what was decided about.
 * What they wrote earlier had its decision in its own turn, but the caller sends it again as it was: so it is masked
 * again, and left out where the policy had blocked it.
 */
final class JudgedPrompt {
    private final PartialAnswers answers;
    private final Policy policy;
    private final Exchange exchange;

    /**
     * For one exchange at stage input.
     */
    JudgedPrompt(PartialAnswers answers, Policy policy, Exchange exchange) {
        this.answers = answers;
        this.policy = policy;
        this.exchange = exchange;
    }

    /** The body for the model. */
    ObjectNode apply(ChatRequest request, String effective) {
        int latestFrom = latestFrom();
        Map<Integer, String> changed = new HashMap<>();
        Set<Integer> left = new HashSet<>();
        List<Message> messages = exchange.messages();
        boolean latestChanged = !effective.equals(exchange.subject());
        for (int i = 0; i < messages.size(); i++) {
            int place = request.judged().get(i);
            Message message = messages.get(i);
            if (message.role() != Message.Role.USER) {
                continue;
            }
            if (i >= latestFrom) {
                if (latestChanged && i == latestFrom) {
                    changed.put(place, effective);
                } else if (latestChanged) {
                    left.add(place);
                }
            } else {
                judgeAgain(message, place, changed, left);
            }
        }
        return rewritten(request.body(), changed, left);
    }

    /** The first of the messages that the decision was about. */
    private int latestFrom() {
        String path = exchange.texts().getFirst().path();
        for (int i = 0; i < exchange.messages().size(); i++) {
            if (path.equals("messages[" + i + "].content")) {
                return i;
            }
        }
        throw new IllegalStateException(path + " is no message");
    }

    private void judgeAgain(Message message, int place, Map<Integer, String> changed, Set<Integer> left) {
        Exchange alone = new Exchange(
                Stage.INPUT,
                exchange.conversation(),
                exchange.customer(),
                List.of(message),
                null,
                List.of(),
                exchange.attributes(),
                exchange.day());
        Glance glance = answers.look(alone, policy, answers.ownRules(policy, Stage.INPUT));
        if (glance.action() == Action.BLOCK || glance.action() == Action.REPLACE) {
            left.add(place);
            return;
        }
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        for (Glance.Mask mask : glance.masks()) {
            masked.append(message.content(), copied, mask.start()).append(mask.text());
            copied = mask.end();
        }
        if (copied > 0) {
            changed.put(
                    place, masked.append(message.content().substring(copied)).toString());
        }
    }

    private static ObjectNode rewritten(ObjectNode body, Map<Integer, String> changed, Set<Integer> left) {
        ObjectNode copy = body.deepCopy();
        List<ObjectNode> kept = new ArrayList<>();
        for (int i = 0; i < copy.path("messages").size(); i++) {
            ObjectNode message = (ObjectNode) copy.path("messages").get(i);
            String text = changed.get(i);
            if (text != null) {
                message.put("content", text);
            }
            if (!left.contains(i)) {
                kept.add(message);
            }
        }
        ArrayNode messages = copy.putArray("messages");
        kept.forEach(message -> messages.add(Objects.requireNonNull(message)));
        return copy;
    }
}
