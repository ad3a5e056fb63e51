package dev.surety.escalation.cases.rest;

import static java.util.Objects.requireNonNull;

import dev.surety.escalation.cases.ReplyService;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an agent wants to say to the customer.
 *
 * @param clientMessageId chosen by the client; sending the same again sends it once
 * @param seenSequence the last entry of the transcript that the agent has seen
 * @param floorEpoch the floor that the agent believes to hold; may be left out
 */
@Schema(
        requiredProperties = {"clientMessageId", "content", "seenSequence"},
        examples = """
                {"clientMessageId": "0193a5d2-7a1c-7c3e-9d0b-0f5c6d7e8f90",
                 "content": "I have extended your refund window to 30 days.", "seenSequence": 4}""")
public record ReplyDraft(
        @Nullable UUID clientMessageId,
        @Nullable String content,
        @Nullable Long seenSequence,
        @Nullable Long floorEpoch) {
    private static final int LONGEST = 20_000;

    /** The draft, once everything in it is allowed. */
    ReplyService.Draft checked() {
        Violations violations = new Violations();
        if (clientMessageId == null) {
            violations.add("/clientMessageId", "a UUID is required");
        }
        if (seenSequence == null || seenSequence < 0) {
            violations.add("/seenSequence", "the sequence of the last message seen is required, 0 for none");
        }
        String text = violations.required("/content", content, LONGEST);
        violations.throwIfAny();
        return new ReplyService.Draft(requireNonNull(clientMessageId), text, requireNonNull(seenSequence), floorEpoch);
    }
}
