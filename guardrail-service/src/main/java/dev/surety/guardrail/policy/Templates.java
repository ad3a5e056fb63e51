package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The texts of a policy, by kind, name, channel and language. Each template has a text for the default channel in
 * every language of the policy, so a lookup always answers.
 *
 * @param version the version of the policy, which references carry
 * @param language the language that answers when the customer's own is not one of the policy's
 * @param separators what stands between an answer and what is put beside it, by channel, with a default
 */
public record Templates(
        int version, String language, Map<TemplateKind, Map<String, Template>> byKind, Map<String, String> separators) {
    /** The channel that answers for every channel without a text of its own. */
    public static final String DEFAULT_CHANNEL = "default";

    public Templates {
        requireNonNull(language, "language");
        byKind = byKind.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, kind -> Map.copyOf(kind.getValue())));
        separators = Map.copyOf(separators);
    }

    /** The texts of one template, by channel and language. */
    public record Template(Map<String, Map<String, String>> texts) {
        public Template {
            texts = texts.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, text -> Map.copyOf(text.getValue())));
        }
    }

    /** A text, and the reference by which the record can be traced back to it. */
    public record Text(String reference, String content) {
        public Text {
            requireNonNull(reference, "reference");
            requireNonNull(content, "content");
        }
    }

    public boolean has(TemplateKind kind, String name) {
        return byKind.getOrDefault(kind, Map.of()).containsKey(name);
    }

    /**
     * The text for a customer: the language counts more than the channel, because a text of the wrong length can be
     * read and one in the wrong language cannot.
     *
     * @throws IllegalArgumentException when there is no such template, which compiled policies do not ask for
     */
    public Text text(TemplateKind kind, String name, String channel, Locale locale) {
        Template template = byKind.getOrDefault(kind, Map.of()).get(name);
        if (template == null) {
            throw new IllegalArgumentException("no template '" + name + "' below " + kind.section());
        }
        for (String tongue : new String[] {locale.getLanguage(), language}) {
            for (String way : new String[] {channel, DEFAULT_CHANNEL}) {
                String content = template.texts().getOrDefault(way, Map.of()).get(tongue);
                if (content != null) {
                    return new Text(kind.section() + "/" + name + "/" + way + "/" + tongue + "@" + version, content);
                }
            }
        }
        throw new IllegalStateException("template '" + name + "' has no text in " + language);
    }

    /** What stands between an answer and what is put beside it on that channel. */
    public String separator(String channel) {
        return separators.getOrDefault(channel, separators.getOrDefault(DEFAULT_CHANNEL, "\n\n"));
    }
}
