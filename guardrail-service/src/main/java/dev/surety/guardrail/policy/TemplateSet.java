package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts that several policies share, in one version that never changes. Only an approved set speaks to customers; a
 * set without approval serves drafts.
 *
 * @param digest {@code sha256:<hex>} of the canonical document
 * @param languages the languages that every template of the set speaks
 * @param templates its texts with variables in braces
 * @param approval null as long as nobody has approved it
 */
record TemplateSet(
        Pin pin,
        String digest,
        List<String> languages,
        @Nullable Approval approval,
        Map<TemplateKind, Map<String, Templates.Template>> templates,
        Map<String, String> separators,
        TemplateVariables variables,
        Map<String, ChannelForm> channels) {
    TemplateSet {
        requireNonNull(pin, "pin");
        requireNonNull(digest, "digest");
        languages = List.copyOf(languages);
        templates = Map.copyOf(templates);
        separators = Map.copyOf(separators);
        requireNonNull(variables, "variables");
        channels = Map.copyOf(channels);
    }

    /** Who approved the texts, and on which day. */
    record Approval(String by, LocalDate on) {
        Approval {
            requireNonNull(by, "by");
            requireNonNull(on, "on");
        }
    }
}
