package dev.surety.guardrail.evaluation.check.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.evaluation.check.phrase.Pattern.WordForm;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares programs with the plainest possible reading of a pattern. */
class ProgramPropertyTest {
    private static final List<String> WORDS = List.of("a", "b", "c", "d", "e");

    @Property
    void findsTheLongestPhraseThatThePatternDescribes(
            @ForAll("patterns") Pattern pattern, @ForAll("sentences") List<String> sentence) {
        int expected = ends(pattern, sentence, 0).isEmpty()
                ? -1
                : ends(pattern, sentence, 0).last();

        Vocabulary vocabulary = new Vocabulary();
        Program program = Program.of(pattern, vocabulary);
        int[][] numbers = sentence.stream().map(vocabulary::lookUp).toArray(int[][]::new);

        assertThat(program.match(numbers, 0, sentence.size(), new Threads(program.length())))
                .isEqualTo(expected);
    }

    @Property
    void neverDoubtsASentenceThatHoldsAPhrase(
            @ForAll("patterns") Pattern pattern, @ForAll("sentences") List<String> sentence) {
        Vocabulary vocabulary = new Vocabulary();
        Program program = Program.of(pattern, vocabulary);
        BitSet present = new BitSet();
        sentence.forEach(word -> Arrays.stream(vocabulary.lookUp(word)).forEach(present::set));

        boolean holds = false;
        for (int start = 0; start < sentence.size(); start++) {
            holds |= !ends(pattern, sentence, start).isEmpty();
        }

        assertThat(program.mayMatch(present) || !holds).isTrue();
    }

    @Provide
    Arbitrary<List<String>> sentences() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(8);
    }

    /** Patterns that begin with a certain word, as the compiler demands. */
    @Provide
    Arbitrary<Pattern> patterns() {
        return Combinators.combine(words(), parts(3)).as((first, rest) -> new Pattern.Sequence(List.of(first, rest)));
    }

    private static Arbitrary<Pattern> words() {
        return Arbitraries.of(WORDS)
                .set()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(words -> new Pattern.OneOf(words.stream()
                        .sorted()
                        .map(word -> new WordForm(WordForm.Kind.WHOLE, word))
                        .toList()));
    }

    private static Arbitrary<Pattern> parts(int depth) {
        if (depth == 0) {
            return words();
        }
        Arbitrary<Pattern> smaller = parts(depth - 1);
        return Arbitraries.oneOf(
                words(),
                smaller.list().ofMinSize(1).ofMaxSize(3).map(Pattern.Sequence::new),
                smaller.list().ofMinSize(1).ofMaxSize(3).map(Pattern.Choice::new),
                smaller.map(Pattern.Optional::new),
                Arbitraries.integers().between(0, 3).map(Pattern.Gap::new));
    }

    /** Everywhere that a match of the pattern beginning at {@code start} may end. */
    private static SortedSet<Integer> ends(Pattern pattern, List<String> sentence, int start) {
        SortedSet<Integer> ends = new TreeSet<>();
        switch (pattern) {
            case Pattern.OneOf(var forms) -> {
                if (start < sentence.size()
                        && forms.stream().anyMatch(form -> form.text().equals(sentence.get(start)))) {
                    ends.add(start + 1);
                }
            }
            case Pattern.Sequence(var parts) -> {
                ends.add(start);
                for (Pattern part : parts) {
                    SortedSet<Integer> next = new TreeSet<>();
                    ends.forEach(end -> next.addAll(ends(part, sentence, end)));
                    ends = next;
                }
            }
            case Pattern.Choice(var alternatives) -> {
                for (Pattern alternative : alternatives) {
                    ends.addAll(ends(alternative, sentence, start));
                }
            }
            case Pattern.Optional(var part) -> {
                ends.add(start);
                ends.addAll(ends(part, sentence, start));
            }
            case Pattern.Gap(int most) -> {
                for (int words = 0; words <= most && start + words <= sentence.size(); words++) {
                    ends.add(start + words);
                }
            }
        }
        return ends;
    }
}
