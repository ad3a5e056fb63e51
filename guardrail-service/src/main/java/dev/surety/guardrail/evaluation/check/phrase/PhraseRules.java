package dev.surety.guardrail.evaluation.check.phrase;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a check: its phrase files (the format stands in the resources' README), compiled together. Immutable and
 * safe for any number of threads. A word of the text starts only those programs that begin with it.
 */
public final class PhraseRules {
    private static final String EVERY_CATEGORY = "*";
    private static final String INCLUDE = "%include ";

    private final List<Rule> rules;
    private final Vocabulary vocabulary;
    /** For each number of the vocabulary, the rules that can begin with it. */
    private final int[][] rulesByFirstWord;

    private final int longestProgram;

    private PhraseRules(List<Rule> rules, Vocabulary vocabulary) {
        this.rules = List.copyOf(rules);
        this.vocabulary = vocabulary;
        rulesByFirstWord = new int[vocabulary.size()][];
        Arrays.setAll(rulesByFirstWord, number -> beginningWith(number));
        longestProgram =
                rules.stream().mapToInt(rule -> rule.program().length()).max().orElse(0);
    }

    private int[] beginningWith(int number) {
        BitSet found = new BitSet();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).program().firstWords().get(number)) {
                found.set(i);
            }
        }
        return found.stream().toArray();
    }

    /**
     * Loads the given phrase files, for example {@code handover/en/handover.phrases}.
     *
     * @throws IllegalArgumentException naming file, line and fault when a file is not well formed
     */
    public static PhraseRules load(List<String> files) {
        return compile(files.stream().map(DataLines::of).toList());
    }

    static PhraseRules compile(List<List<DataLine>> files) {
        Vocabulary vocabulary = new Vocabulary();
        List<Rule> rules = new ArrayList<>();
        for (List<DataLine> lines : files) {
            compileFile(lines, new HashMap<>(), vocabulary, rules);
        }
        return new PhraseRules(rules, vocabulary);
    }

    private static void compileFile(
            List<DataLine> lines, Map<String, Pattern> sets, Vocabulary vocabulary, List<Rule> rules) {
        for (DataLine line : lines) {
            if (line.text().startsWith(INCLUDE)) {
                String file = line.text().substring(INCLUDE.length()).strip();
                compileFile(DataLines.of(file), sets, vocabulary, rules);
            } else {
                compileLine(line, sets, vocabulary, rules);
            }
        }
    }

    private static void compileLine(DataLine line, Map<String, Pattern> sets, Vocabulary vocabulary, List<Rule> rules) {
        String text = line.text();
        if (text.startsWith("@")) {
            int equals = separator(line, '=');
            sets.put(
                    text.substring(1, equals).strip(),
                    PatternParser.parse(text.substring(equals + 1).strip(), sets, line.place()));
            return;
        }
        int colon = separator(line, ':');
        String head = text.substring(0, colon).strip();
        Anchors anchors = Anchors.of(text.substring(colon + 1).strip());
        Pattern pattern = PatternParser.parse(anchors.pattern(), sets, line.place());
        try {
            Program program = Program.of(pattern, vocabulary);
            rules.add(
                    head.startsWith("!")
                            ? new Rule(head.substring(1).strip(), line.place(), 0, program, anchors)
                            : scored(head, line.place(), program, anchors));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(line.place() + ": " + e.getMessage(), e);
        }
    }

    private static Rule scored(String head, String place, Program program, Anchors anchors) {
        int space = head.lastIndexOf(' ');
        String score = head.substring(space + 1);
        if (space < 0 || !score.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("a rule begins with its category and its score, not '" + head + "'");
        }
        int perMille = Integer.parseInt(score);
        if (perMille < 1 || perMille > 1000) {
            throw new IllegalArgumentException("the score " + perMille + " is outside 1..1000");
        }
        return new Rule(head.substring(0, space).strip(), place, perMille, program, anchors);
    }

    private static int separator(DataLine line, char separator) {
        int at = line.text().indexOf(separator);
        if (at < 0) {
            throw new IllegalArgumentException(line.place() + ": expected '" + separator + "' in: " + line.text());
        }
        return at;
    }

    /** The categories that hits can have, in alphabetical order. */
    public SortedSet<String> categories() {
        return rules.stream()
                .filter(rule -> !rule.isException())
                .map(Rule::category)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether {@code word}, in its plain form, stands in a pattern as a whole word. */
    public boolean knows(String word) {
        return vocabulary.knows(word);
    }

    /**
     * All hits within sentences, in the order of the text. Of several overlapping hits of one rule only the first and
     * longest counts; exceptions are applied.
     */
    public List<PhraseHit> match(List<Word> words) {
        Matching matching = new Matching(words);
        for (int at = 0; at < words.size(); at++) {
            matching.advance(at);
        }
        return matching.result();
    }

    /** One text being matched. */
    private final class Matching {
        private final List<Word> words;
        private final int[][] numbers;
        /** Made when the first program runs, which in most texts none does. */
        private @Nullable Threads threads;

        private final IdentityHashMap<Rule, PhraseHit> latest = new IdentityHashMap<>();
        private final List<PhraseHit> hits = new ArrayList<>();
        private final List<PhraseHit> exceptions = new ArrayList<>();
        private final BitSet sentenceNumbers = new BitSet();
        private final BitSet judged = new BitSet();
        private final BitSet possible = new BitSet();
        private int sentenceEnd;

        private Matching(List<Word> words) {
            this.words = words;
            numbers = new int[words.size()][];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = vocabulary.lookUp(words.get(i).text());
            }
        }

        private void advance(int at) {
            if (at == sentenceEnd) {
                beginSentence(at);
            }
            for (int number : numbers[at]) {
                for (int index : rulesByFirstWord[number]) {
                    if (isPossible(index)) {
                        begin(rules.get(index), at);
                    }
                }
            }
        }

        private void beginSentence(int at) {
            sentenceNumbers.clear();
            judged.clear();
            while (sentenceEnd < words.size() && inOneSentence(at, sentenceEnd)) {
                for (int number : numbers[sentenceEnd]) {
                    sentenceNumbers.set(number);
                }
                sentenceEnd++;
            }
        }

        /** Whether the sentence has every word that the rule cannot do without; found out once per sentence. */
        private boolean isPossible(int index) {
            if (!judged.get(index)) {
                judged.set(index);
                possible.set(index, rules.get(index).program().mayMatch(sentenceNumbers));
            }
            return possible.get(index);
        }

        private void begin(Rule rule, int at) {
            boolean opensSentence = at == 0 || !inOneSentence(at - 1, at);
            if (rule.anchors().atStart() && !opensSentence) {
                return;
            }
            if (threads == null) {
                threads = new Threads(longestProgram);
            }
            int end = rule.program().match(numbers, at, sentenceEnd, threads);
            if (end < 0 || (rule.anchors().atEnd() && end < sentenceEnd)) {
                return;
            }
            PhraseHit hit = rule.hit(words.get(at), words.get(end - 1));
            PhraseHit before = latest.put(rule, hit);
            if (before == null || !before.overlaps(hit)) {
                (rule.isException() ? exceptions : hits).add(hit);
            }
        }

        private boolean inOneSentence(int one, int other) {
            return words.get(one).sentence() == words.get(other).sentence();
        }

        private List<PhraseHit> result() {
            if (exceptions.isEmpty()) {
                return List.copyOf(hits);
            }
            Map<String, BitSet> excepted = new HashMap<>();
            for (PhraseHit exception : exceptions) {
                excepted.computeIfAbsent(exception.category(), category -> new BitSet())
                        .set(exception.start(), exception.end());
            }
            return hits.stream()
                    .filter(hit -> !touches(excepted.get(EVERY_CATEGORY), hit))
                    .filter(hit -> !touches(excepted.get(hit.category()), hit))
                    .toList();
        }

        private static boolean touches(@Nullable BitSet characters, PhraseHit hit) {
            if (characters == null) {
                return false;
            }
            int first = characters.nextSetBit(hit.start());
            return first >= 0 && first < hit.end();
        }
    }

    /** A compiled line; a score of 0 marks an exception. */
    private record Rule(String category, String place, int scorePerMille, Program program, Anchors anchors) {
        boolean isException() {
            return scorePerMille == 0;
        }

        PhraseHit hit(Word first, Word last) {
            return new PhraseHit(category, place, scorePerMille, first.start(), last.end());
        }
    }

    /** Whether a pattern has to open its sentence ({@code ^}) and to close it ({@code $}). */
    private record Anchors(boolean atStart, boolean atEnd, String pattern) {
        static Anchors of(String written) {
            boolean atStart = written.startsWith("^");
            boolean atEnd = written.endsWith("$");
            return new Anchors(
                    atStart,
                    atEnd,
                    written.substring(atStart ? 1 : 0, written.length() - (atEnd ? 1 : 0))
                            .strip());
        }
    }
}
