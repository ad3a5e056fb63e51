package dev.surety.guardrail.decision.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.decision.rest.EvaluationRequest.ConversationPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an integrator says to us through another product's configuration. An unknown name is a mistake and refused,
 * because with a misspelt bot another policy would judge. What is held here is fit to be judged and written down.
 */
final class Parameters {
    /** The names that each interface has. */
    static final Set<String> COMMON = Set.of("bot", "channel", "locale", "jurisdiction", "conversation", "customer");

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Those names and further ones. */
    static Set<String> commonAnd(String... further) {
        Set<String> names = new TreeSet<>(COMMON);
        names.addAll(List.of(further));
        return Set.copyOf(names);
    }

    /** Reads the parameters at that place of the body; what is wrong is reported. */
    static Parameters read(
            @Nullable Map<String, @Nullable JsonNode> given, Set<String> known, String pointer, Violations violations) {
        Map<String, String> values = new HashMap<>();
        if (given != null) {
            given.forEach((name, value) -> {
                if (!known.contains(name)) {
                    violations.report(pointer, "a name is unknown: only " + new TreeSet<>(known) + " are allowed");
                } else if (value == null || !value.isTextual()) {
                    violations.report(pointer + "/" + name, "a text was expected");
                } else {
                    values.put(name, checked(name, value.textValue(), pointer + "/" + name, violations));
                }
            });
        }
        return new Parameters(values);
    }

    private static String checked(String name, String text, String pointer, Violations violations) {
        switch (name) {
            case "channel" -> {
                var _ = violations.channel(text, pointer);
            }
            case "locale" -> {
                var _ = violations.locale(text, pointer);
            }
            case "jurisdiction" -> {
                var _ = violations.jurisdiction(text, pointer);
            }
            case String _ -> {
                var _ = violations.value(text, pointer);
            }
        }
        return text;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    ConversationPart conversation(String otherwise, GuardrailConfig.Adapters defaults) {
        return new ConversationPart(
                text("conversation").orElse(otherwise),
                null,
                text("channel").orElseGet(defaults::channel),
                text("locale").orElseGet(defaults::locale),
                text("jurisdiction").orElse(null));
    }

    EvaluationRequest.CustomerPart customer(String otherwise) {
        return new EvaluationRequest.CustomerPart(text("customer").orElse(otherwise), List.of());
    }
}
