package dev.surety.guardrail.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The variables that texts may name in braces, with their values in every language. A value stands in the policy, or
 * is chosen by the queue that a decision names; nothing about a customer is ever among them. Values are put in as they
 * are: braces within a value are no variables.
 */
record TemplateVariables(Map<String, Variable> byName) {
    static final TemplateVariables NONE = new TemplateVariables(Map.of());

    TemplateVariables {
        byName = Map.copyOf(byName);
    }

    /**
     * One variable.
     *
     * @param byLanguage its value, where it does not depend on the queue
     * @param byQueue its value by queue and language
     */
    record Variable(Map<String, String> byLanguage, Map<String, Map<String, String>> byQueue) {
        Variable {
            byLanguage = Map.copyOf(byLanguage);
            byQueue = Map.copyOf(byQueue);
        }
    }

    /** A piece of a text: words, or the name of a variable. */
    private sealed interface Piece {}

    private record Words(String words) implements Piece {}

    private record Name(String name) implements Piece {}

    /** These variables, and others that stand above them. */
    TemplateVariables with(TemplateVariables others) {
        Map<String, Variable> all = new HashMap<>(byName);
        all.putAll(others.byName);
        return new TemplateVariables(all);
    }

    /** What is wrong with the variables of a text, in words; empty when nothing is. */
    List<String> flaws(String text) {
        List<Piece> pieces;
        try {
            pieces = pieces(text);
        } catch (IllegalArgumentException unbalanced) {
            return List.of("a brace that is not closed, or closes nothing: write a variable as {name}, and a brace"
                    + " itself twice");
        }
        return pieces.stream()
                .filter(piece -> piece instanceof Name(String name) && !byName.containsKey(name))
                .map(piece -> "no variable '" + ((Name) piece).name() + "': "
                        + (byName.isEmpty()
                                ? "declare it below variables"
                                : "declare it below variables, or "
                                        + Suggestion.mending(((Name) piece).name(), byName.keySet()))
                        + "; what is known of a customer is never put into a text")
                .toList();
    }

    /** The text with the values in that language; {@link #flaws} has found nothing wrong with it. */
    Templates.Text filled(String reference, String text, String language) {
        List<Piece> pieces = pieces(text);
        Set<String> queues = new TreeSet<>();
        boolean askedForQueue = false;
        for (Piece piece : pieces) {
            if (piece instanceof Name(String name) && !variable(name).byQueue().isEmpty()) {
                Set<String> known = variable(name).byQueue().keySet();
                if (askedForQueue) {
                    queues.retainAll(known);
                } else {
                    queues.addAll(known);
                }
                askedForQueue = true;
            }
        }
        if (!askedForQueue) {
            return new Templates.Text(reference, joined(pieces, language, ""));
        }
        Map<String, String> byQueue = new TreeMap<>();
        queues.forEach(queue -> byQueue.put(queue, joined(pieces, language, queue)));
        return new Templates.Text(reference, text, byQueue);
    }

    private Variable variable(String name) {
        Variable variable = byName.get(name);
        if (variable == null) {
            throw new IllegalArgumentException("no variable '" + name + "'");
        }
        return variable;
    }

    private String joined(List<Piece> pieces, String language, String queue) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Words(String words) -> text.append(words);
                case Name(String name) -> {
                    Variable variable = variable(name);
                    text.append(variable.byQueue()
                            .getOrDefault(queue, variable.byLanguage())
                            .getOrDefault(language, ""));
                }
            }
        }
        return text.toString();
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean twice = i + 1 < text.length() && text.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && twice) {
                words.append(c);
                i++;
            } else if (c == '{') {
                int end = text.indexOf('}', i);
                if (end < 0) {
                    throw new IllegalArgumentException("a brace is not closed");
                }
                pieces.add(new Words(words.toString()));
                words.setLength(0);
                pieces.add(new Name(text.substring(i + 1, end)));
                i = end;
            } else if (c == '}') {
                throw new IllegalArgumentException("a brace closes nothing");
            } else {
                words.append(c);
            }
        }
        pieces.add(new Words(words.toString()));
        return List.copyOf(pieces);
    }
}
