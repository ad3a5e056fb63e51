package dev.surety.guardrail.evaluation.check.phrase;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A pattern as a program for a set of threads that read words in step (Thompson's construction; K. Thompson, "Regular
 * Expression Search Algorithm", CACM 11(6), 1968). The threads at a word are at most the instructions, and a program
 * reads at most its longest phrase, so matching never backtracks.
 */
final class Program {
    private static final int WORD = 0;
    private static final int ANY = 1;
    private static final int SPLIT = 2;
    private static final int JUMP = 3;
    private static final int FOUND = 4;

    private final int[] operations;
    private final int[] targets;
    private final BitSet[] words;
    private final BitSet firstWords;
    private final Needed[] neededWords;

    private Program(List<int[]> code, List<BitSet> words, List<BitSet> neededWords) {
        operations = code.stream().mapToInt(instruction -> instruction[0]).toArray();
        targets = code.stream().mapToInt(instruction -> instruction[1]).toArray();
        this.words = words.toArray(BitSet[]::new);
        firstWords = findFirstWords();
        this.neededWords = neededWords.stream().map(Needed::new).toArray(Needed[]::new);
    }

    /**
     * Compiles {@code pattern}.
     *
     * @throws IllegalArgumentException when the pattern could begin with any word, or match nothing at all
     */
    static Program of(Pattern pattern, Vocabulary vocabulary) {
        Writer writer = new Writer(vocabulary);
        writer.write(pattern);
        writer.emit(FOUND, 0);
        return new Program(writer.code, writer.words, writer.needed(pattern));
    }

    int length() {
        return operations.length;
    }

    /** The numbers of the words with which a match can begin. */
    BitSet firstWords() {
        return firstWords;
    }

    /** Counts up for each word without one of which no match is, in {@code usage}. */
    void countNeededWords(int[] usage) {
        for (Needed needed : neededWords) {
            needed.all.stream().forEach(number -> usage[number]++);
        }
    }

    /**
     * The numbers of words of which every match has one, chosen so that few sentences have them: what many rules need,
     * by {@code usage}, stands in many sentences.
     */
    BitSet tellingWords(int[] usage) {
        BitSet telling = firstWords;
        long least = Long.MAX_VALUE;
        for (Needed needed : neededWords) {
            long sum = needed.all.stream().mapToLong(number -> usage[number]).sum();
            if (sum < least) {
                telling = needed.all;
                least = sum;
            }
        }
        return telling;
    }

    /**
     * Whether a sentence of these words could hold a match. A no is certain; it spares the sentence the threads, which
     * most sentences need for no rule at all.
     */
    boolean mayMatch(BitSet sentence) {
        for (Needed oneOf : neededWords) {
            if (!oneOf.isAmong(sentence)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The index behind the last word of the longest match that begins at {@code start}, or -1.
     *
     * @param numbers for each word of the text, the numbers of the vocabulary that it matches
     * @param limit the index behind the last word that may be read
     */
    int match(int[][] numbers, int start, int limit, Threads threads) {
        int found = -1;
        threads.clear();
        add(threads, 0);
        for (int at = start; at <= limit; at++) {
            threads.step();
            if (threads.isEmpty()) {
                break;
            }
            for (int i = 0; i < threads.size(); i++) {
                int instruction = threads.get(i);
                if (operations[instruction] == FOUND) {
                    found = at;
                } else if (at < limit && reads(instruction, numbers[at])) {
                    add(threads, instruction + 1);
                }
            }
        }
        return found;
    }

    private boolean reads(int instruction, int[] numbers) {
        if (operations[instruction] == ANY) {
            return true;
        }
        BitSet accepted = words[targets[instruction]];
        for (int number : numbers) {
            if (accepted.get(number)) {
                return true;
            }
        }
        return false;
    }

    private void add(Threads threads, int instruction) {
        switch (operations[instruction]) {
            case SPLIT -> {
                add(threads, instruction + 1);
                add(threads, targets[instruction]);
            }
            case JUMP -> add(threads, targets[instruction]);
            default -> threads.add(instruction);
        }
    }

    private BitSet findFirstWords() {
        BitSet first = new BitSet();
        Threads threads = new Threads(operations.length);
        threads.clear();
        add(threads, 0);
        threads.step();
        for (int i = 0; i < threads.size(); i++) {
            int instruction = threads.get(i);
            if (operations[instruction] != WORD) {
                throw new IllegalArgumentException("the pattern may begin with any word, or match nothing");
            }
            first.or(words[targets[instruction]]);
        }
        return first;
    }

    /** Words of which a match has one; a few are asked for one by one, many as a set. */
    private static final class Needed {
        private static final int FEW = 12;

        private final int[] few;
        private final BitSet all;

        Needed(BitSet words) {
            few = words.cardinality() <= FEW ? words.stream().toArray() : new int[0];
            all = words;
        }

        boolean isAmong(BitSet sentence) {
            for (int number : few) {
                if (sentence.get(number)) {
                    return true;
                }
            }
            return few.length == 0 && all.intersects(sentence);
        }
    }

    /** Writes the instructions of a pattern one after the other. */
    private static final class Writer {
        private final Vocabulary vocabulary;
        private final List<int[]> code = new ArrayList<>();
        private final List<BitSet> words = new ArrayList<>();

        private Writer(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        private int emit(int operation, int target) {
            code.add(new int[] {operation, target});
            return code.size() - 1;
        }

        private void write(Pattern pattern) {
            switch (pattern) {
                case Pattern.OneOf(var forms) -> {
                    BitSet numbers = new BitSet();
                    forms.forEach(form -> numbers.set(vocabulary.add(form)));
                    words.add(numbers);
                    emit(WORD, words.size() - 1);
                }
                case Pattern.Sequence(var parts) -> parts.forEach(this::write);
                case Pattern.Choice(var alternatives) -> writeChoice(alternatives);
                case Pattern.Optional(var part) -> writeOptional(part);
                case Pattern.Gap(int most) -> {
                    for (int i = 0; i < most; i++) {
                        int split = emit(SPLIT, 0);
                        emit(ANY, 0);
                        code.get(split)[1] = code.size();
                    }
                }
            }
        }

        /** Sets of words of which every match has at least one each, the smallest and so most telling first. */
        private List<BitSet> needed(Pattern pattern) {
            return switch (pattern) {
                case Pattern.OneOf(var forms) -> {
                    BitSet numbers = new BitSet();
                    forms.forEach(form -> numbers.set(vocabulary.add(form)));
                    yield List.of(numbers);
                }
                case Pattern.Sequence(var parts) ->
                    parts.stream()
                            .flatMap(part -> needed(part).stream())
                            .sorted(Comparator.comparingInt(BitSet::cardinality))
                            .toList();
                case Pattern.Choice(var alternatives) -> neededByAll(alternatives);
                case Pattern.Optional _, Pattern.Gap _ -> List.of();
            };
        }

        private List<BitSet> neededByAll(List<Pattern> alternatives) {
            BitSet any = new BitSet();
            for (Pattern alternative : alternatives) {
                List<BitSet> needed = needed(alternative);
                if (needed.isEmpty()) {
                    return List.of();
                }
                any.or(needed.getFirst());
            }
            return List.of(any);
        }

        private void writeChoice(List<Pattern> alternatives) {
            List<Integer> jumps = new ArrayList<>();
            for (int i = 0; i < alternatives.size(); i++) {
                boolean last = i == alternatives.size() - 1;
                int split = last ? -1 : emit(SPLIT, 0);
                write(alternatives.get(i));
                if (!last) {
                    jumps.add(emit(JUMP, 0));
                    code.get(split)[1] = code.size();
                }
            }
            jumps.forEach(jump -> code.get(jump)[1] = code.size());
        }

        private void writeOptional(Pattern part) {
            int split = emit(SPLIT, 0);
            write(part);
            code.get(split)[1] = code.size();
        }
    }
}
