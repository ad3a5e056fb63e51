package dev.surety.guardrail.evaluation.check.grounding;

import dev.surety.guardrail.evaluation.check.claim.Claim;
import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into statements. An answer is cut into its sentences, and a sentence before "but" and its like. A source
 * is cut into sentences, into their parts, and into each part together with the condition at the sentence's beginning,
 * because an answer usually repeats one part of a long rule.
 */
final class StatementCutter {
    private static final int LONGEST = 160;
    private static final int FEW_TOPICS = 4;
    private static final int LEAST_WORDS = 3;
    private static final int REACH = 3;
    private static final Set<String> TURNS = Set.of(
            "but",
            "however",
            "otherwise",
            "whereas",
            "so",
            "therefore",
            "aber",
            "jedoch",
            "sonst",
            "hingegen",
            "daher",
            "deshalb",
            "mais",
            "cependant",
            "sinon",
            "donc");
    private static final Set<String> JOINS = Set.of("and", "or", "und", "oder", "sowie", "et", "ou", "while");
    private static final Set<String> CONDITIONS = Set.of(
            "if", "when", "for", "in", "wenn", "falls", "bei", "für", "fur", "si", "pour", "en", "lorsque", "once");
    private static final Set<String> PRONOUNS =
            Set.of("it", "this", "that", "these", "them", "es", "ihn", "ihm", "dies", "cela", "lui", "ca");
    private static final Set<String> ANSWERS = Set.of("no", "nein", "non");

    private final Reading reading;
    private int nextClaim;

    StatementCutter(Reading reading) {
        this.reading = reading;
    }

    /** A run of words, from {@code first} to before {@code last}. */
    private record Run(int first, int last) {}

    /** The statements of an answer. */
    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        for (Run sentence : sentences()) {
            for (Run run :
                    cut(sentence, at -> turns(at) || reading.gapBefore(at).indexOf(':') >= 0)) {
                statements.add(statement(List.of(run)));
            }
        }
        return statements;
    }

    /** The statements of a source, by sentence: the sentence and what it is made of. */
    List<List<Statement>> units() {
        List<List<Statement>> units = new ArrayList<>();
        for (Run sentence : sentences()) {
            units.add(units(sentence));
        }
        return units;
    }

    private List<Statement> units(Run sentence) {
        List<Statement> units = new ArrayList<>();
        int claimsBefore = nextClaim;
        units.add(statement(List.of(sentence)));
        List<Run> parts = cut(sentence, this::joins);
        // "Baggage: if you are a member, …"
        int condition =
                parts.size() > 1 && CONDITIONS.contains(word(parts.get(1).first())) ? 1 : 0;
        boolean conditional = CONDITIONS.contains(word(parts.get(condition).first()));
        for (int i = 0; i < parts.size() && parts.size() > 1; i++) {
            nextClaim = claimsBefore;
            units.add(statement(List.of(parts.get(i))));
            if (i > 0 && parts.size() > 2) {
                nextClaim = claimsBefore;
                units.add(statement(List.of(parts.get(i - 1), parts.get(i))));
            }
            if (conditional && i > condition + 1) {
                nextClaim = claimsBefore;
                units.add(statement(List.of(parts.get(condition), parts.get(i))));
            }
        }
        return units;
    }

    private List<Run> sentences() {
        List<Run> sentences = new ArrayList<>();
        int first = 0;
        for (int at = 1; at <= reading.words().size(); at++) {
            if (at == reading.words().size() || at - first >= LONGEST || begins(at)) {
                sentences.add(new Run(first, at));
                first = at;
            }
        }
        return reading.words().isEmpty() ? List.of() : sentences;
    }

    private boolean begins(int at) {
        Word word = reading.words().get(at);
        if (word.sentence() == reading.words().get(at - 1).sentence()) {
            return false;
        }
        // A line that only wraps goes on in lower case.
        String gap = reading.gapBefore(at);
        boolean wraps = gap.isBlank()
                && gap.indexOf('\n') == gap.lastIndexOf('\n')
                && Character.isLowerCase(reading.text().charAt(word.start()));
        return !wraps;
    }

    private interface Boundary {
        boolean before(int at);
    }

    private static List<Run> cut(Run sentence, Boundary boundary) {
        List<Run> runs = new ArrayList<>();
        int first = sentence.first();
        for (int at = first + LEAST_WORDS; at < sentence.last(); at++) {
            if (at - first >= LEAST_WORDS && sentence.last() - at >= LEAST_WORDS && boundary.before(at)) {
                runs.add(new Run(first, at));
                first = at;
            }
        }
        runs.add(new Run(first, sentence.last()));
        return runs;
    }

    private boolean turns(int at) {
        return TURNS.contains(word(at));
    }

    private boolean joins(int at) {
        String gap = reading.gapBefore(at);
        if (gap.equals(" ")) {
            return turns(at) || JOINS.contains(word(at));
        }
        boolean separated = gap.indexOf(',') >= 0
                || gap.indexOf(';') >= 0
                || gap.indexOf(':') >= 0
                || gap.indexOf('(') >= 0
                || gap.indexOf(')') >= 0
                || gap.contains(" - ")
                || gap.indexOf('–') >= 0;
        return separated || turns(at) || JOINS.contains(word(at));
    }

    private String word(int at) {
        return reading.words().get(at).text();
    }

    private Statement statement(List<Run> runs) {
        Set<String> keys = new HashSet<>();
        List<Mark> marks = new ArrayList<>();
        List<Set<String>> lacks = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Run run : runs) {
            for (int at = run.first(); at < run.last(); at++) {
                keys.addAll(reading.topics().get(at));
                boolean particle = at == run.first()
                        && ANSWERS.contains(word(at))
                        && reading.gapBehind(at).startsWith(",");
                if (!particle) {
                    marks.addAll(reading.marks().get(at));
                    lacks.addAll(lacks(at, run));
                }
                if (at > run.first() && isName(at)) {
                    names.add(word(at));
                }
            }
            claims(run, claims);
        }
        Run last = runs.getLast();
        boolean asks = reading.gapBehind(last.last() - 1).stripLeading().startsWith("?");
        boolean courteous = marks.stream().anyMatch(mark -> mark.kind() == Mark.Kind.TALK)
                && claims.isEmpty()
                && keys.size() <= FEW_TOPICS;
        return new Statement(
                reading.words().get(last.first()).start(),
                reading.words().get(last.last() - 1).end(),
                keys,
                marks,
                lacks,
                claims,
                names,
                asks || courteous || (keys.isEmpty() && claims.isEmpty()));
    }

    /** What the denials at {@code at} deny: the next word that says something. */
    private List<Set<String>> lacks(int at, Run run) {
        List<Set<String>> lacks = new ArrayList<>();
        for (Mark mark : reading.marks().get(at)) {
            if (mark.kind() == Mark.Kind.LACK) {
                int next = at + mark.words();
                int end = Math.min(run.last(), next + REACH);
                while (next < end && reading.topics().get(next).isEmpty() && !PRONOUNS.contains(word(next))) {
                    next++;
                }
                lacks.add(next < end ? Set.copyOf(reading.topics().get(next)) : Set.of());
            }
        }
        return lacks;
    }

    private void claims(Run run, List<Claim> claims) {
        int start = reading.words().get(run.first()).start();
        int end = reading.gapEnd(run.last() - 1);
        while (nextClaim < reading.claims().size()
                && reading.claims().get(nextClaim).end() <= end) {
            Claim claim = reading.claims().get(nextClaim++);
            if (claim.end() > start) {
                claims.add(claim);
            }
        }
    }

    /** Written large inside a sentence, or letters and digits mixed. */
    private boolean isName(int at) {
        Word word = reading.words().get(at);
        String written = reading.text().substring(word.start(), word.end());
        boolean large = Character.isUpperCase(written.charAt(0)) && written.length() > 1;
        if (!large) {
            return false;
        }
        boolean allLarge = written.equals(written.toUpperCase(Locale.ROOT));
        boolean inner = written.chars().skip(1).anyMatch(Character::isUpperCase);
        return allLarge || inner || !begins(at);
    }
}
