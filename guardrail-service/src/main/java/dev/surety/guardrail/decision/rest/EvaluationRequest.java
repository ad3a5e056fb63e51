package dev.surety.guardrail.decision.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that shall be decided, as the caller writes it. Everything may be missing here: {@link ExchangeReader}
 * says what is, all at once and with the place of each.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One exchange between a customer and a bot.")
public record EvaluationRequest(
        @Schema(
                description = "The caller's own name for this request; the same one again asks for the same decision.",
                examples = "7d2f6c1e-3b7a-4d41-9a55-0b6f0a4d9e11")
        @Nullable
        String requestId,

        @Schema(description = "The bot; it decides which policy applies.", examples = "retail-assistant") @Nullable
        String bot,

        @Schema(
                description = "input judges what the customer wrote, output what the bot wants to answer.",
                enumeration = {"input", "output"})
        @Nullable
        String stage,

        @Nullable ConversationPart conversation,
        @Nullable CustomerPart customer,

        @Schema(description = "The conversation so far, oldest first.") @Nullable
        List<@Nullable MessagePart> messages,

        @Nullable ResponsePart response,
        @Nullable ContextPart context,

        @Schema(description = "Facts about the exchange that the policy's conditions may ask for.") @Nullable
        Map<String, @Nullable String> attributes,

        @Nullable OptionsPart options) {

    /** The same question under another name. */
    EvaluationRequest named(String name) {
        return new EvaluationRequest(
                name, bot, stage, conversation, customer, messages, response, context, attributes, options);
    }

    /** How the caller wants to be answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Options")
    public record OptionsPart(
            @Schema(
                    description = "Checks that could not begin within that many milliseconds are left out, and the"
                            + " policy says what follows: see degraded in the answer.",
                    examples = "80")
            @Nullable
            Integer deadlineMs) {}

    /** Where the exchange takes place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Conversation")
    public record ConversationPart(
            @Schema(examples = "c-88") @Nullable String id,

            @Schema(description = "Counts from 0 within the conversation.", examples = "1") @Nullable
            Integer turn,

            @Schema(description = "The policy's texts may differ by channel.", examples = "chat") @Nullable
            String channel,

            @Schema(description = "Language and region of the customer (BCP 47).", examples = "en-GB") @Nullable
            String locale,

            @Schema(description = "Whose law applies (ISO 3166-1).", examples = "GB") @Nullable
            String jurisdiction) {}

    /** The person who is served. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Customer")
    public record CustomerPart(
            @Schema(description = "A reference of the caller's, never a name.", examples = "cust-1042") @Nullable
            String ref,

            @Nullable List<@Nullable String> consents) {}

    /** One message. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Message")
    public record MessagePart(
            @Schema(enumeration = {"user", "assistant", "system"}) @Nullable
            String role,

            @Nullable String content) {}

    /** What the bot wants to say. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Response")
    public record ResponsePart(
            @Nullable String content,
            @Nullable String model,
            @Nullable String promptVersion) {}

    /** What the answer rests on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Context")
    public record ContextPart(@Nullable List<@Nullable PassagePart> passages) {}

    /** One retrieved passage. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Passage")
    public record PassagePart(
            @Nullable String id,
            @Nullable String text,

            @Schema(description = "The retriever's confidence, 0 to 1.", examples = "0.82") @Nullable
            Double score,

            @Nullable String source,

            @Schema(description = "Whether the answer refers to it; true when left out.") @Nullable
            Boolean cited,

            @Schema(description = "The first day of validity.", examples = "2026-01-01") @Nullable
            String validFrom,

            @Schema(description = "The last day of validity.", examples = "2026-12-31") @Nullable
            String validTo) {}
}
