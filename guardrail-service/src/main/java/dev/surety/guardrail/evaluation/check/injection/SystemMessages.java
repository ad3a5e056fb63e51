package dev.surety.guardrail.evaluation.check.injection;

import dev.surety.guardrail.evaluation.check.injection.GuardedMatters.Term;
import dev.surety.guardrail.evaluation.check.injection.GuardedMatters.Topic;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads from the system message what the operator keeps secret or off limits. The grammar of prohibitions stands in
 * {@code injection/<language>/system.phrases}: {@code after} and {@code before} say on which side of the words that
 * match the forbidden matter stands, {@code secret} and {@code name} match statements of a secret and of a name.
 */
final class SystemMessages {
    private static final int LONGEST_MATTER = 16;
    private static final int LONGEST_TOPIC = 6;
    private static final int MOST_TOPICS = 64;
    private static final int SHORTEST_NAME = 3;
    /** Kinds of words that do not tell one topic from another. */
    private static final Set<String> NO_TOPIC = Set.of("filler", "private", "secret");

    private static final String EVERYDAY = "everyday";

    private final PhraseRules rules = PhraseRules.load(
            List.of("injection/en/system.phrases", "injection/de/system.phrases", "injection/fr/system.phrases"));
    private final WordGroups groups;

    SystemMessages(WordGroups groups) {
        this.groups = groups;
    }

    /** What all of {@code messages} guard. */
    GuardedMatters read(List<String> messages) {
        Reading reading = new Reading();
        messages.forEach(reading::add);
        return new GuardedMatters(
                reading.secret && reading.forbids,
                reading.person && !reading.names.isEmpty(),
                reading.names,
                reading.topics);
    }

    /** The system messages of one exchange being read. */
    private final class Reading {
        private final Set<String> names = new HashSet<>();
        private final List<Topic> topics = new ArrayList<>();
        private boolean secret;
        private boolean person;
        private boolean forbids;

        private void add(String message) {
            List<Word> words = Words.of(message);
            for (PhraseHit hit : rules.match(words)) {
                switch (hit.category()) {
                    case "secret" -> secret = true;
                    case "name" -> addName(message, words, hit);
                    case "after" -> forbid(after(words, hit));
                    case "before" -> forbid(before(words, hit));
                    default -> throw new IllegalStateException("unknown category in " + hit.rule());
                }
            }
        }

        /** A name is at most three capitalised words behind the words that announce it. */
        private void addName(String message, List<Word> words, PhraseHit hit) {
            int at = firstFrom(words, hit.end());
            for (int i = at; i < Math.min(at + 3, words.size()); i++) {
                Word word = words.get(i);
                if (word.sentence() != words.get(at).sentence()
                        || !Character.isUpperCase(message.charAt(word.start()))) {
                    return;
                }
                if (word.text().length() >= SHORTEST_NAME) {
                    names.add(word.text());
                }
            }
        }

        /** What holds only under a condition, and what only keeps other people's data apart, puts nothing off limits. */
        private void forbid(List<Word> matter) {
            forbids = true;
            if (matter.stream().anyMatch(word -> groups.of(word.text()).contains("condition"))) {
                return;
            }
            List<Term> topic = new ArrayList<>();
            boolean ofPerson = false;
            for (Word word : matter) {
                Set<String> kinds = groups.of(word.text());
                ofPerson |= kinds.contains("private");
                if (kinds.contains("break")) {
                    addTopic(topic);
                    topic = new ArrayList<>();
                } else if (kinds.stream().noneMatch(NO_TOPIC::contains)) {
                    topic.add(new Term(word.text(), topics(kinds)));
                }
            }
            addTopic(topic);
            person |= ofPerson;
        }

        private static Set<String> topics(Set<String> kinds) {
            return kinds.stream().filter(kind -> kind.startsWith("topic ")).collect(Collectors.toUnmodifiableSet());
        }

        private void addTopic(List<Term> topic) {
            boolean everyday =
                    topic.stream().allMatch(term -> groups.of(term.word()).contains(EVERYDAY));
            if (!everyday && topic.size() <= LONGEST_TOPIC && topics.size() < MOST_TOPICS) {
                topics.add(new Topic(topic));
            }
        }
    }

    /** The words behind a prohibition, to the end of its clause. */
    private List<Word> after(List<Word> words, PhraseHit hit) {
        int at = firstFrom(words, hit.end());
        List<Word> matter = new ArrayList<>();
        for (int i = at; i < Math.min(at + LONGEST_MATTER, words.size()); i++) {
            Word word = words.get(i);
            if (word.sentence() != words.get(at - 1).sentence()
                    || groups.of(word.text()).contains("stop")) {
                break;
            }
            matter.add(word);
        }
        return saysNothing(matter) ? sentenceBefore(words, at - 1) : matter;
    }

    /** The words of the sentence that stand before a prohibition. */
    private List<Word> before(List<Word> words, PhraseHit hit) {
        int end = firstFrom(words, hit.start());
        if (end >= words.size()) {
            return List.of();
        }
        int start = end;
        while (start > 0
                && words.get(start - 1).sentence() == words.get(end).sentence()
                && end - start < LONGEST_MATTER) {
            start--;
        }
        return words.subList(start, end);
    }

    private boolean saysNothing(List<Word> matter) {
        return matter.stream().allMatch(word -> {
            Set<String> kinds = groups.of(word.text());
            return kinds.contains("filler") || kinds.contains("break");
        });
    }

    private List<Word> sentenceBefore(List<Word> words, int at) {
        int end = at;
        while (end > 0 && words.get(end - 1).sentence() == words.get(at).sentence()) {
            end--;
        }
        if (end == 0) {
            return List.of();
        }
        int start = end - 1;
        while (start > 0
                && words.get(start - 1).sentence() == words.get(end - 1).sentence()
                && end - start < LONGEST_MATTER) {
            start--;
        }
        return words.subList(start, end);
    }

    /** The first word that begins at or behind {@code offset}. */
    private static int firstFrom(List<Word> words, int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
