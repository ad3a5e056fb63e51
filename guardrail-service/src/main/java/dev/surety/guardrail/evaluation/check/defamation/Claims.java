package dev.surety.guardrail.evaluation.check.defamation;

import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Harmful claims of fact about somebody who is named in the same sentence, or in the one before when the sentence begins
 * with a pronoun. Questions, opinions and conditions are no claims. Immutable; safe for any number of threads.
 */
public final class Claims {
    /** So many characters before its sentence the name may begin that a pronoun stands for. */
    public static final int READ_BEFORE = 240;

    private final PhraseRules claims = PhraseRules.load(Stream.of("en", "de", "fr")
            .map(language -> "defamation/" + language + "/claims.phrases")
            .toList());
    private final PhraseRules opinions = PhraseRules.load(List.of("defamation/opinion.phrases"));
    private final Names names = new Names();

    /**
     * A claim about a name.
     *
     * @param kind what is claimed, for example {@code fraud}
     * @param about the name's most telling word, in its plain form
     */
    public record Claim(String kind, String about, int scorePerMille, int start, int end) {}

    /** What a passage says: the words in it and the kinds of harmful claims. */
    private record Source(Set<String> words, Set<String> kinds) {}

    /** The claims in {@code text} that none of the passages makes about the same name. */
    public List<Claim> unsourced(String text, List<Passage> passages) {
        List<Claim> found = in(text);
        if (found.isEmpty()) {
            return found;
        }
        List<Source> sources = passages.stream().map(this::source).toList();
        return found.stream()
                .filter(Predicate.not(claim -> isSourced(claim, sources)))
                .toList();
    }

    /** All claims in {@code text}, in its order. */
    public List<Claim> in(String text) {
        List<Word> words = Words.of(text);
        List<PhraseHit> hits = claims.match(words);
        if (hits.isEmpty()) {
            return List.of();
        }
        List<Name> all = names.in(text, words);
        Set<Integer> doubtful = sentencesOf(opinions.match(words), words);
        List<Claim> found = new ArrayList<>();
        for (PhraseHit hit : hits) {
            int at = indexAt(words, hit.start());
            int sentence = words.get(at).sentence();
            if (!doubtful.contains(sentence) && !isQuestion(text, words, at)) {
                about(hit, words, at, all)
                        .ifPresent(name -> found.add(new Claim(
                                hit.category(),
                                name.key(),
                                hit.scorePerMille(),
                                name.sentence() == sentence ? Math.min(name.start(), hit.start()) : hit.start(),
                                hit.end())));
            }
        }
        return found;
    }

    private Source source(Passage passage) {
        List<Word> words = Words.of(passage.text());
        Set<String> spoken = new HashSet<>();
        words.forEach(word -> spoken.add(word.text()));
        Set<String> kinds = new HashSet<>();
        claims.match(words).forEach(hit -> kinds.add(hit.category()));
        return new Source(spoken, kinds);
    }

    private static boolean isSourced(Claim claim, List<Source> sources) {
        return sources.stream()
                .anyMatch(source ->
                        source.words().contains(claim.about()) && source.kinds().contains(claim.kind()));
    }

    /** The name before the claim in its sentence, or else behind it, or else the one that a pronoun stands for. */
    private Optional<Name> about(PhraseHit hit, List<Word> words, int at, List<Name> all) {
        int sentence = words.get(at).sentence();
        List<Name> here =
                all.stream().filter(name -> name.sentence() == sentence).toList();
        Optional<Name> before =
                here.stream().filter(name -> name.start() < hit.start()).reduce((one, other) -> other);
        if (before.isPresent() || !here.isEmpty()) {
            return before.or(() -> Optional.of(here.getFirst()));
        }
        int opening = at;
        while (opening > 0 && words.get(opening - 1).sentence() == sentence) {
            opening--;
        }
        int start = words.get(opening).start();
        return names.isPronoun(words.get(opening).text())
                ? all.stream()
                        .filter(name -> name.sentence() == sentence - 1 && name.start() >= start - READ_BEFORE / 2)
                        .reduce((one, other) -> other)
                : Optional.empty();
    }

    private static boolean isQuestion(String text, List<Word> words, int at) {
        int last = at;
        while (last + 1 < words.size()
                && words.get(last + 1).sentence() == words.get(at).sentence()) {
            last++;
        }
        int end = last + 1 < words.size() ? words.get(last + 1).start() : text.length();
        return text.substring(words.get(last).end(), end).stripTrailing().indexOf('?') >= 0;
    }

    private static Set<Integer> sentencesOf(List<PhraseHit> hits, List<Word> words) {
        Set<Integer> sentences = new HashSet<>();
        hits.forEach(hit -> sentences.add(words.get(indexAt(words, hit.start())).sentence()));
        return sentences;
    }

    private static int indexAt(List<Word> words, int start) {
        int low = 0;
        int high = words.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (words.get(middle).start() <= start) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
