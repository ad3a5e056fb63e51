package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A compiled policy: immutable, complete and ready to decide. Whatever a rule names, be it a check, a template or a
 * variable, exists.
 *
 * @param draft whether it may be tried out, but decides for nobody
 * @param bots the bots that it decides for; empty for every bot that has none of its own
 * @param checks the checks that look at every exchange, by the names that rules call them
 * @param audiences who is spoken to differently; the first that fits counts
 * @param document as it was written
 * @param foundation what it comes to when everything that it builds on is put in
 */
public record Policy(
        Identity identity,
        String description,
        boolean draft,
        Set<String> bots,
        Defaults defaults,
        Map<String, CheckUse> checks,
        List<Rule> rules,
        Templates templates,
        List<Audience> audiences,
        List<PolicyTest> tests,
        String document,
        Foundation foundation) {
    public Policy {
        requireNonNull(identity, "identity");
        requireNonNull(description, "description");
        bots = Set.copyOf(bots);
        requireNonNull(defaults, "defaults");
        checks = Map.copyOf(checks);
        rules = List.copyOf(rules);
        requireNonNull(templates, "templates");
        audiences = List.copyOf(audiences);
        tests = List.copyOf(tests);
        requireNonNull(document, "document");
        requireNonNull(foundation, "foundation");
    }

    /**
     * Which policy this is.
     *
     * @param digest {@code sha256:<hex>} of the canonical document and of all that it rests on
     */
    public record Identity(String id, int version, String digest) {
        public Identity {
            requireNonNull(id, "id");
            requireNonNull(digest, "digest");
        }

        /** The name by which other policies extend it. */
        public Pin pin() {
            return new Pin(id, version);
        }
    }

    /**
     * What holds where a rule does not say otherwise.
     *
     * @param degraded what a rule comes to that fails closed
     * @param fallback the reply that may be shown when a decision cannot be recorded
     * @param handoff the reply that hands a customer over where the intended one is itself refused by the policy
     * @param stream how much of an answer may be shown before all of it is known
     */
    public record Defaults(
            OnError onError,
            Consequence degraded,
            String degradedReason,
            String fallback,
            String handoff,
            StreamMode stream) {
        public Defaults {
            requireNonNull(onError, "onError");
            requireNonNull(degraded, "degraded");
            requireNonNull(degradedReason, "degradedReason");
            requireNonNull(fallback, "fallback");
            requireNonNull(stream, "stream");
            requireNonNull(handoff, "handoff");
        }
    }

    /** The rules that look at that stage, in the order of the document. */
    public List<Rule> rulesAt(Stage stage) {
        return rules.stream().filter(rule -> rule.stages().contains(stage)).toList();
    }

    /** What the digest is computed from: all that decides, in canonical JSON. */
    public String canonical() {
        return foundation.canonical(templates);
    }

    /** What the integrator may show when a decision cannot be recorded. */
    public String fallbackText(String channel, Locale locale) {
        return templates
                .text(TemplateKind.REPLY, defaults.fallback(), Addressee.of(channel, locale))
                .content();
    }
}
