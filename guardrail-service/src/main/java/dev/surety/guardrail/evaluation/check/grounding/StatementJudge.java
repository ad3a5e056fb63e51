package dev.surety.guardrail.evaluation.check.grounding;

import dev.surety.guardrail.evaluation.check.claim.Claim;
import dev.surety.guardrail.evaluation.check.grounding.Sources.Candidate;
import dev.surety.guardrail.evaluation.check.grounding.Verdict.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the statements of an answer against those of its sources. A statement is contradicted when each of the source
 * statements that are most like it differs from it in a value, a denial, an opposite or an alternative; one that agrees
 * is enough to clear it. Never changes once made. It is supported when most of what it is about stands in the sources, and all its names do.
 */
public final class StatementJudge {
    private static final double NEARLY_AS_ALIKE = 0.85;
    private static final double HALF = 0.5;
    private static final double WHOLLY = 0.8;
    private static final double ALIKE = 0.38;
    private static final double SAME_VALUE_TOPIC = 0.3;
    private static final double MOSTLY = 0.6;
    private static final int FEW = 2;

    private final Sources sources;
    private final Set<String> known;

    private StatementJudge(Sources sources, Set<String> known) {
        this.sources = sources;
        this.known = known;
    }

    /**
     * A judge by these texts. Of an answer in another language only what is the same in every language is compared,
     * because its other words cannot stand there.
     */
    public static StatementJudge by(List<SourceText> texts, boolean sharesLanguage) {
        Set<String> known = new HashSet<>();
        texts.forEach(text -> text.reading().words().forEach(word -> known.add(word.text())));
        return new StatementJudge(
                new Sources(
                        texts.stream().map(SourceText::statements).toList(),
                        key -> sharesLanguage || !Character.isLetter(key.charAt(0))),
                known);
    }

    /** The verdict on each statement of {@code answer} that claims something, in order. */
    public List<Verdict> judge(Reading answer) {
        double[] scratch = sources.scratch();
        return new StatementCutter(answer)
                .statements().stream()
                        .filter(statement -> !statement.talk())
                        .map(statement -> judge(statement, scratch))
                        .toList();
    }

    private Verdict judge(Statement statement, double[] scratch) {
        List<Candidate> alike = sources.alike(statement.keys(), scratch);
        if (alike.isEmpty()) {
            return Verdict.of(Standing.UNSUPPORTED, statement, null);
        }
        Candidate best = alike.getFirst();
        Set<Integer> sentences = new HashSet<>();
        // Of the parts of one sentence only the one most alike speaks: the others are about something else.
        List<Candidate> relevant = alike.stream()
                .filter(candidate -> candidate.likeness() >= best.likeness() * NEARLY_AS_ALIKE)
                .filter(candidate -> isSameTopic(statement, candidate))
                .filter(candidate -> !new Differences(statement, candidate).isOfSomethingElse())
                .filter(candidate -> sentences.add(candidate.unit().sentence()))
                .toList();
        Optional<Verdict> contradicted = contradiction(statement, relevant).or(() -> missingValue(statement, alike));
        return contradicted.orElseGet(() -> Verdict.of(
                isSupported(statement) || hasValuesOf(statement, relevant) ? Standing.SUPPORTED : Standing.UNSUPPORTED,
                statement,
                best));
    }

    private static boolean isSameTopic(Statement statement, Candidate candidate) {
        int shared = shared(statement, candidate);
        // One topic is enough where it is the whole topic and both name a value.
        boolean single = shared == 1
                && candidate.coverage() >= WHOLLY
                && !statement.claims().isEmpty()
                && !candidate.unit().statement().claims().isEmpty();
        return candidate.likeness() >= ALIKE
                && (single || shared > FEW || (shared == FEW && candidate.coverage() >= HALF));
    }

    private static int shared(Statement statement, Candidate candidate) {
        Set<String> theirs = candidate.unit().statement().keys();
        return (int) statement.keys().stream()
                .filter(key -> key.indexOf(':') < 0 && theirs.contains(key))
                .count();
    }

    private static Optional<Verdict> contradiction(Statement statement, List<Candidate> relevant) {
        Verdict first = null;
        for (Candidate candidate : relevant) {
            Optional<Difference> difference = new Differences(statement, candidate).first();
            if (difference.isEmpty()) {
                return Optional.empty();
            }
            first = first != null
                    ? first
                    : Verdict.of(Standing.CONTRADICTED, statement, candidate, difference.orElseThrow());
        }
        return Optional.ofNullable(first);
    }

    /** A value that none of the statements on its topic has, where one of them has another of its kind. */
    private static Optional<Verdict> missingValue(Statement statement, List<Candidate> alike) {
        List<Candidate> onTopic = alike.stream()
                .filter(candidate -> candidate.likeness() >= SAME_VALUE_TOPIC
                        && candidate.coverage() >= HALF
                        && shared(statement, candidate) >= FEW
                        && !new Differences(statement, candidate).isOfSomethingElse())
                .toList();
        for (Claim claim : statement.claims()) {
            boolean stated = onTopic.stream()
                    .flatMap(candidate -> candidate.unit().statement().claims().stream())
                    .anyMatch(claim::isSupportedBy);
            if (!stated) {
                for (Candidate candidate : onTopic) {
                    Optional<Claim> other = candidate.unit().statement().claims().stream()
                            .filter(claim::opposes)
                            .filter(there -> statement.claims().stream().noneMatch(own -> own.isSupportedBy(there)))
                            .findFirst();
                    if (other.isPresent()) {
                        Claim there = other.get();
                        return Optional.of(Verdict.of(
                                Standing.CONTRADICTED,
                                statement,
                                candidate,
                                new Difference(
                                        Difference.Kind.VALUE,
                                        claim.start(),
                                        claim.end(),
                                        there.start(),
                                        there.end())));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The same values on the same topic are support enough, whatever else is said in other words. */
    private static boolean hasValuesOf(Statement statement, List<Candidate> relevant) {
        return !statement.claims().isEmpty()
                && relevant.stream()
                        .map(candidate -> candidate.unit().statement().claims())
                        .anyMatch(theirs -> statement.claims().stream()
                                .allMatch(claim -> theirs.stream().anyMatch(claim::isSupportedBy)));
    }

    private boolean isSupported(Statement statement) {
        double all = 0;
        double found = 0;
        for (String key : statement.keys()) {
            if (!sources.compares(key)) {
                continue;
            }
            double weight = sources.weight(key);
            all += weight;
            found += sources.knows(key) ? weight : 0;
        }
        return all > 0 && found >= all * MOSTLY && known.containsAll(statement.names());
    }
}
