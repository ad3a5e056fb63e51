package dev.surety.verification.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Exchanges as a channel would send them. */
public final class Exchanges {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Exchanges() {}

    /** A conversation that no other test uses. */
    public static String newConversation() {
        return "c-" + UUID.randomUUID();
    }

    /** An ordinary question with an answer that its passage supports. */
    public static ObjectNode harmless(String conversation) {
        return exchange(conversation, "How long can I return a pair of shoes?", "You can return shoes within 30 days.");
    }

    /** A customer who asks for a human in so many words. */
    public static ObjectNode wishForAHuman(String conversation) {
        return exchange(
                conversation, "I want to talk to a human being, please.", "You can return shoes within 30 days.");
    }

    /** A customer's question and the bot's answer, with a passage about returns. */
    public static ObjectNode exchange(String conversation, String question, String answer) {
        ObjectNode request = read("""
                {"bot": "shop-assistant", "stage": "output",
                 "conversation": {"turn": 1, "channel": "chat", "locale": "en-GB", "jurisdiction": "GB"},
                 "customer": {"ref": "customer-17", "consents": ["service"]},
                 "messages": [{"role": "user"}],
                 "response": {"model": "bot-1", "promptVersion": "7"},
                 "context": {"passages": [{"id": "returns#1", "text": "Shoes can be returned within 30 days of purchase.",
                                           "score": 0.91, "source": "kb", "cited": true}]},
                 "attributes": {}}""");
        request.put("requestId", UUID.randomUUID().toString());
        request.withObject("/conversation").put("id", conversation);
        request.withObject("/customer").put("ref", "customer-of-" + conversation);
        ((ObjectNode) request.at("/messages/0")).put("content", question);
        request.withObject("/response").put("content", answer);
        return request;
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
