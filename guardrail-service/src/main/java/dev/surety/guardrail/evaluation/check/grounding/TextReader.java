package dev.surety.guardrail.evaluation.check.grounding;

import dev.surety.guardrail.evaluation.check.claim.ClaimReader;
import dev.surety.guardrail.evaluation.check.claim.Concepts;
import dev.surety.guardrail.evaluation.check.grounding.Lexicon.Entry;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.WordMemory;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads texts word by word: what each is about, and which turn a statement round. One pass over the text. */
public final class TextReader {
    private static final int REACH = 4;
    private static final int SHORTEST_COMPOUND = 9;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_PARTICIPLE = 7;
    private static final int SHORTEST_HEAD = 5;

    private final Lexicon lexicon = new Lexicon();
    private final Stems stems = new Stems();
    private final Concepts concepts = new Concepts();
    private final ClaimReader claims;
    private final WordMemory<Known> known = new WordMemory<>(this::learn);

    /** A reader for which words tell something, and values are read, as {@code claims} says. */
    public TextReader(ClaimReader claims) {
        this.claims = claims;
    }

    /** What is known of a word wherever it stands. */
    private record Known(String stem, List<String> topics, List<Entry> phrases) {}

    /** What {@code text} is about, word by word, without what its phrases say. */
    public Set<String> topicsOf(String text) {
        Set<String> topics = new HashSet<>();
        Words.of(text).forEach(word -> topics.addAll(known.of(word.text()).topics()));
        return topics;
    }

    /** Reads {@code text}. */
    public Reading read(String text) {
        List<Word> words = Words.of(text);
        List<String> stemmed = new ArrayList<>(words.size());
        List<List<String>> topics = new ArrayList<>(words.size());
        List<List<Mark>> marks = new ArrayList<>(words.size());
        int marked = 0;
        boolean silenced = false;
        for (int at = 0; at < words.size(); at++) {
            Known word = known.of(words.get(at).text());
            stemmed.add(word.stem());
            List<Mark> here = at < marked ? List.of() : lexicon.at(word.phrases(), words, at);
            List<String> ofMarks = topics(here);
            if (!here.isEmpty()) {
                marked = at + here.getFirst().words();
                silenced = !ofMarks.isEmpty() || here.getFirst().isDenial();
            }
            topics.add(at < marked && silenced ? ofMarks : word.topics());
            marks.add(here.isEmpty() ? here : counting(here, words, at));
        }
        return new Reading(text, words, stemmed, topics, marks, claims.read(text));
    }

    private Known learn(String word) {
        return new Known(stems.of(word), topics(word), lexicon.beginningWith(word));
    }

    private static List<Mark> counting(List<Mark> marks, List<Word> words, int at) {
        return marks.stream()
                .filter(mark -> switch (mark.kind()) {
                    case NEGATION, LACK, FLIP, ALT, WEAK, TALK -> true;
                    case NONE -> false;
                    case BOUND -> hasNumberAhead(words, at);
                })
                .toList();
    }

    private static boolean hasNumberAhead(List<Word> words, int at) {
        int end = Math.min(words.size(), at + REACH + 1);
        for (int i = at; i < end; i++) {
            if (ClaimReader.isNumber(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** Alternatives share a topic whichever is named, and have one of their own; opposites only share one. */
    private static List<String> topics(List<Mark> marks) {
        List<String> topics = new ArrayList<>();
        for (Mark mark : marks) {
            switch (mark.kind()) {
                case ALT -> {
                    topics.add("/" + mark.group());
                    topics.add("/" + mark.group() + ":" + mark.side());
                }
                case FLIP, BOUND -> topics.add("~" + mark.group());
                case NEGATION, LACK, WEAK, TALK, NONE -> {}
            }
        }
        return topics;
    }

    private List<String> topics(String word) {
        if (!claims.tells(word) || Character.isDigit(word.charAt(0)) || word.length() < 2) {
            return List.of();
        }
        List<String> named = concepts(word);
        named = named.isEmpty() ? head(word) : named;
        return named.isEmpty() ? List.of(stems.of(word)) : named;
    }

    private List<String> concepts(String word) {
        List<String> named =
                concepts.of(word).stream().filter(Concepts::isConcept).sorted().toList();
        boolean participle = named.isEmpty() && word.startsWith("ge") && word.length() >= SHORTEST_PARTICIPLE;
        return participle ? concepts(word.substring(2)) : named;
    }

    /** In a German compound the last part says what it is: Grundgebühr, Überschwemmungsschäden. */
    private List<String> head(String word) {
        if (word.length() < SHORTEST_COMPOUND) {
            return List.of();
        }
        for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_HEAD; at++) {
            List<String> head = concepts(word.substring(at));
            if (!head.isEmpty()) {
                return head;
            }
        }
        return List.of();
    }
}
