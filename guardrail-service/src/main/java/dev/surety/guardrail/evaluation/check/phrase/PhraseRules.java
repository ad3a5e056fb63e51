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
 * safe for any number of threads. A sentence runs only those programs of which it has all the words that they cannot do
 * without, found by the most telling of them.
 */
public final class PhraseRules {
    private static final String EVERY_CATEGORY = "*";
    private static final String INCLUDE = "%include ";
    private static final int FEW = 16;

    private final List<Rule> rules;
    private final Vocabulary vocabulary;
    /** For each number of the vocabulary, the rules of which every match has it, or another of a few. */
    private final int[][] rulesByTellingWord;

    /** For each number of the vocabulary, the rules that can begin with it. */
    private final int[][] rulesByFirstWord;

    private final int longestProgram;

    private PhraseRules(List<Rule> rules, Vocabulary vocabulary) {
        this.rules = List.copyOf(rules);
        this.vocabulary = vocabulary;
        rulesByTellingWord = new int[vocabulary.size()][];
        int[] usage = new int[vocabulary.size()];
        rules.forEach(rule -> rule.program().countNeededWords(usage));
        List<BitSet> telling =
                rules.stream().map(rule -> rule.program().tellingWords(usage)).toList();
        Arrays.setAll(rulesByTellingWord, number -> rulesWith(number, telling));
        rulesByFirstWord = new int[vocabulary.size()][];
        List<BitSet> first =
                rules.stream().map(rule -> rule.program().firstWords()).toList();
        Arrays.setAll(rulesByFirstWord, number -> rulesWith(number, first));
        longestProgram =
                rules.stream().mapToInt(rule -> rule.program().length()).max().orElse(0);
    }

    private static int[] rulesWith(int number, List<BitSet> wordsOfRules) {
        BitSet found = new BitSet();
        for (int i = 0; i < wordsOfRules.size(); i++) {
            if (wordsOfRules.get(i).get(number)) {
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
        private int[] possible = new int[8];
        private int possibleCount;
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
            if (possibleCount == 0) {
                return;
            }
            for (int number : numbers[at]) {
                if (possibleCount <= FEW) {
                    beginFew(number, at);
                } else {
                    beginMany(number, at);
                }
            }
        }

        private void beginFew(int number, int at) {
            for (int i = 0; i < possibleCount; i++) {
                Rule rule = rules.get(possible[i]);
                if (rule.program().firstWords().get(number)) {
                    begin(rule, at);
                }
            }
        }

        /** The same in a sentence so long that most of its rules begin elsewhere. */
        private void beginMany(int number, int at) {
            for (int index : rulesByFirstWord[number]) {
                if (Arrays.binarySearch(possible, 0, possibleCount, index) >= 0) {
                    begin(rules.get(index), at);
                }
            }
        }

        private void beginSentence(int at) {
            sentenceNumbers.clear();
            judged.clear();
            possibleCount = 0;
            while (sentenceEnd < words.size() && inOneSentence(at, sentenceEnd)) {
                for (int number : numbers[sentenceEnd]) {
                    sentenceNumbers.set(number);
                }
                sentenceEnd++;
            }
            for (int i = at; i < sentenceEnd; i++) {
                for (int number : numbers[i]) {
                    judge(rulesByTellingWord[number]);
                }
            }
            Arrays.sort(possible, 0, possibleCount);
        }

        /** Keeps those of {@code indices} for which the sentence has every word that they cannot do without. */
        private void judge(int[] indices) {
            for (int index : indices) {
                if (!judged.get(index)) {
                    judged.set(index);
                    if (rules.get(index).program().mayMatch(sentenceNumbers)) {
                        if (possibleCount == possible.length) {
                            possible = Arrays.copyOf(possible, possibleCount * 2);
                        }
                        possible[possibleCount++] = index;
                    }
                }
            }
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
