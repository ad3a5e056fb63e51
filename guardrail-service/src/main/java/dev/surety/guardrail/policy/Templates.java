package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of a policy, by kind, name, audience, channel and language. Each template has a text for everybody, on the
 * default channel, in every language of the policy, so a lookup always answers.
 *
 * @param language the language that answers when the customer's own is not one of the policy's
 * @param separators what stands between an answer and what is put beside it, by channel, with a default
 */
public record Templates(
        String language, Map<TemplateKind, Map<String, Template>> byKind, Map<String, String> separators) {
    /** The channel that answers for every channel without a text of its own. */
    public static final String DEFAULT_CHANNEL = "default";

    public Templates {
        requireNonNull(language, "language");
        byKind = byKind.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, kind -> Map.copyOf(kind.getValue())));
        separators = Map.copyOf(separators);
    }

    /** Which of a template's texts: for whom, where, in which language. */
    public record Form(String audience, String channel, String language) {
        public Form {
            requireNonNull(audience, "audience");
            requireNonNull(channel, "channel");
            requireNonNull(language, "language");
        }
    }

    /** The texts of one template. */
    public record Template(Map<Form, Text> texts) {
        public Template {
            texts = Map.copyOf(texts);
        }

        /** The languages in which everybody is answered on every channel. */
        Set<String> languages() {
            return texts.keySet().stream()
                    .filter(form -> form.audience().equals(Addressee.EVERYBODY)
                            && form.channel().equals(DEFAULT_CHANNEL))
                    .map(Form::language)
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** The text for that form; the audience counts more than the channel. */
        Optional<Text> find(Form form) {
            return Stream.of(
                            form,
                            new Form(form.audience(), DEFAULT_CHANNEL, form.language()),
                            new Form(Addressee.EVERYBODY, form.channel(), form.language()),
                            new Form(Addressee.EVERYBODY, DEFAULT_CHANNEL, form.language()))
                    .map(texts::get)
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        /** The template with the values of variables put in; texts with a flaw stay as they are. */
        Template filled(TemplateVariables variables) {
            Map<Form, Text> filled = new HashMap<>();
            texts.forEach((form, text) -> filled.put(
                    form,
                    variables.flaws(text.content()).isEmpty()
                            ? variables.filled(text.reference(), text.content(), form.language())
                            : text));
            return new Template(filled);
        }

        /**
         * This template as another source words it: where that one speaks a language, none of this one's texts in
         * that language stays, so that no customer reads the old message on one channel and the new on another.
         */
        Template rewordedBy(Template other) {
            Set<String> reworded =
                    other.texts.keySet().stream().map(Form::language).collect(Collectors.toSet());
            Map<Form, Text> all = new HashMap<>(other.texts);
            texts.forEach((form, text) -> {
                if (!reworded.contains(form.language())) {
                    all.put(form, text);
                }
            });
            return new Template(all);
        }
    }

    /**
     * A text, and the reference by which the record can be traced back to it.
     *
     * @param byQueue what the text says for each queue, where it depends on the queue; empty where it does not
     */
    public record Text(String reference, String content, Map<String, String> byQueue) {
        public Text {
            requireNonNull(reference, "reference");
            requireNonNull(content, "content");
            byQueue = Map.copyOf(byQueue);
        }

        /** A text that says the same whatever the decision is. */
        public Text(String reference, String content) {
            this(reference, content, Map.of());
        }

        /** The text of an escalation to that queue. */
        public Text forQueue(String queue) {
            return byQueue.isEmpty()
                    ? this
                    : new Text(reference + " to " + queue, byQueue.getOrDefault(queue, content));
        }

        /** How long the text can be, in characters. */
        int length() {
            return byQueue.isEmpty()
                    ? content.codePointCount(0, content.length())
                    : byQueue.values().stream()
                            .mapToInt(text -> text.codePointCount(0, text.length()))
                            .max()
                            .orElse(0);
        }
    }

    public boolean has(TemplateKind kind, String name) {
        return byKind.getOrDefault(kind, Map.of()).containsKey(name);
    }

    /**
     * The text for a reader. The language counts most, because a text in the wrong one cannot be read; then for whom
     * it was written; a text of the wrong length can still be read.
     *
     * @throws IllegalArgumentException when there is no such template, which compiled policies do not ask for
     */
    public Text text(TemplateKind kind, String name, Addressee addressee) {
        Template template = byKind.getOrDefault(kind, Map.of()).get(name);
        if (template == null) {
            throw new IllegalArgumentException("no template '" + name + "' below " + kind.section());
        }
        for (String tongue : List.of(addressee.locale().getLanguage(), language)) {
            Optional<Text> text = template.find(new Form(addressee.audience(), addressee.channel(), tongue));
            if (text.isPresent()) {
                return text.get();
            }
        }
        throw new IllegalStateException("template '" + name + "' has no text in " + language);
    }

    /** What stands between an answer and what is put beside it on that channel. */
    public String separator(String channel) {
        return separators.getOrDefault(channel, separators.getOrDefault(DEFAULT_CHANNEL, "\n\n"));
    }

    /** The templates with the values of variables put in. */
    static Map<TemplateKind, Map<String, Template>> filled(
            Map<TemplateKind, Map<String, Template>> templates, TemplateVariables variables) {
        Map<TemplateKind, Map<String, Template>> all = new EnumMap<>(TemplateKind.class);
        templates.forEach((kind, named) -> {
            Map<String, Template> filled = new HashMap<>();
            named.forEach((name, template) -> filled.put(name, template.filled(variables)));
            all.put(kind, filled);
        });
        return all;
    }

    /** All templates of both, those of {@code later} rewording those of {@code earlier}. */
    static Map<TemplateKind, Map<String, Template>> merged(
            Map<TemplateKind, Map<String, Template>> earlier, Map<TemplateKind, Map<String, Template>> later) {
        Map<TemplateKind, Map<String, Template>> all = new EnumMap<>(TemplateKind.class);
        for (TemplateKind kind : TemplateKind.values()) {
            Map<String, Template> templates = new HashMap<>(earlier.getOrDefault(kind, Map.of()));
            later.getOrDefault(kind, Map.of())
                    .forEach((name, template) -> templates.merge(name, template, Template::rewordedBy));
            all.put(kind, templates);
        }
        return all;
    }
}
