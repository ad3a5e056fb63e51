package dev.surety.guardrail.evaluation.check.injection;

import dev.surety.guardrail.evaluation.check.injection.GuardedMatters.Topic;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.text.FoldedText;
import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds customer's words that ask for what the system message guards: the secret it states, the data of the person it
 * protects, a topic it puts off limits. Without such a system message it finds nothing, so it cannot harm the honest
 * customers of an ordinary bot.
 */
public final class GuardedMatterRequests {
    private static final String RULE = "injection/matters.txt:";
    private static final int SECRET_SCORE = 850;
    private static final int PERSON_SCORE = 750;
    private static final int TOPIC_SCORE = 600;

    private final WordGroups groups = new WordGroups("injection/matters.txt");
    private final SystemMessages systemMessages = new SystemMessages(groups);

    /** What the system messages of one exchange guard, ready to be asked about each text. */
    public Guard guard(List<String> messages) {
        return new Guard(messages.isEmpty() ? GuardedMatters.NONE : systemMessages.read(messages));
    }

    /** The guard of one exchange. */
    public final class Guard {
        private final GuardedMatters matters;

        private Guard(GuardedMatters matters) {
            this.matters = matters;
        }

        /** Whether the system messages guard anything. */
        public boolean isEmpty() {
            return matters.isEmpty();
        }

        /** Where {@code words}, read from {@code text}, ask for what is guarded. */
        public List<PhraseHit> match(FoldedText text, List<Word> words) {
            if (matters.isEmpty()) {
                return List.of();
            }
            List<Spoken> spoken = spoken(text, words);
            List<PhraseHit> hits = new ArrayList<>();
            if (matters.secret()) {
                addSecret(spoken, hits);
            }
            if (matters.person()) {
                addPerson(spoken, hits);
            }
            for (int i = 0; i < matters.topics().size(); i++) {
                addTopic(matters.topics().get(i), spoken, hits);
            }
            return hits;
        }

        private List<Spoken> spoken(FoldedText text, List<Word> words) {
            List<Spoken> spoken = new ArrayList<>(words.size());
            for (Word word : words) {
                spoken.add(new Spoken(word.text(), groups.of(word.text()), word.start(), word.end(), word.sentence()));
            }
            for (WordGroups.Place place : groups.inScripts(text)) {
                spoken.add(new Spoken("", place.names(), place.start(), place.end(), -1));
            }
            return spoken;
        }

        /** A secret that is asked for; a customer's own password, or one to be reset, is another matter. */
        private void addSecret(List<Spoken> spoken, List<PhraseHit> hits) {
            for (int i = 0; i < spoken.size(); i++) {
                Spoken one = spoken.get(i);
                if (one.is("secret") && !isOwn(spoken, i) && !around(spoken, i, "renewal")) {
                    hits.add(new PhraseHit("extraction", RULE + "secret", SECRET_SCORE, one.start(), one.end()));
                    return;
                }
            }
        }

        private static boolean isOwn(List<Spoken> spoken, int at) {
            for (int i = Math.max(0, at - 2); i < at; i++) {
                if (spoken.get(i).is("own")
                        && spoken.get(i).sentence() == spoken.get(at).sentence()) {
                    return true;
                }
            }
            return false;
        }

        private static boolean around(List<Spoken> spoken, int at, String kind) {
            int sentence = spoken.get(at).sentence();
            return spoken.stream().anyMatch(other -> other.sentence() == sentence && other.is(kind));
        }

        /** Somebody's data: who it is about and what is asked stand in one text. */
        private void addPerson(List<Spoken> spoken, List<PhraseHit> hits) {
            Spoken who = null;
            Spoken what = null;
            for (int i = 0; i < spoken.size(); i++) {
                Spoken one = spoken.get(i);
                if (isThePerson(spoken, i)) {
                    who = who == null ? one : who;
                } else if (one.is("attribute")) {
                    what = what == null ? one : what;
                }
            }
            if (who != null && what != null) {
                hits.add(new PhraseHit(
                        "exfiltration",
                        RULE + "person",
                        PERSON_SCORE,
                        Math.min(who.start(), what.start()),
                        Math.max(who.end(), what.end())));
            }
        }

        /** A name that the system message gives, or "the user"; "my user name" is the customer's own. */
        private boolean isThePerson(List<Spoken> spoken, int at) {
            String word = spoken.get(at).text();
            if (matters.names().contains(word) || nameWithEnding(word)) {
                return true;
            }
            boolean pointed = at > 0 && spoken.get(at - 1).is("the");
            return spoken.get(at).is("person") || (spoken.get(at).is("someone") && pointed);
        }

        private boolean nameWithEnding(String word) {
            return word.endsWith("s") && matters.names().contains(word.substring(0, word.length() - 1));
        }

        private void addTopic(Topic topic, List<Spoken> spoken, List<PhraseHit> hits) {
            int found = 0;
            int start = Integer.MAX_VALUE;
            int end = 0;
            for (GuardedMatters.Term term : topic.terms()) {
                for (Spoken one : spoken) {
                    if (term.means(one.text(), one.groups())) {
                        found++;
                        start = Math.min(start, one.start());
                        end = Math.max(end, one.end());
                        break;
                    }
                }
            }
            if (found >= topic.needed()) {
                hits.add(new PhraseHit("off-limits", RULE + "topic", TOPIC_SCORE, start, end));
            }
        }
    }

    /** A word of the customer, or a term in a script without words, and the kinds it belongs to. */
    private record Spoken(String text, Set<String> groups, int start, int end, int sentence) {
        Spoken {
            groups = Set.copyOf(groups);
        }

        boolean is(String kind) {
            return groups.contains(kind);
        }
    }
}
