package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Reference;
import dev.surety.guardrail.evaluation.Reference.Part;
import dev.surety.guardrail.evaluation.check.claim.CommonWords;
import dev.surety.guardrail.evaluation.check.grounding.SourceText;
import dev.surety.guardrail.evaluation.check.grounding.StatementJudge;
import dev.surety.guardrail.evaluation.check.grounding.TextReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The parts of one document, read once. Which of them hold changes from day to day, but seldom, so the judges that were
 * made for a selection of parts are kept, a few of them. Thread-safe.
 */
final class TermsStatements {
    private static final int MOST_KEPT = 16;

    private final List<Part> parts;
    private final List<SourceText> texts;
    private final List<String> languages;
    private final Map<Selection, StatementJudge> judges = new ConcurrentHashMap<>();

    private record Selection(List<Integer> parts, boolean sharesLanguage) {}

    TermsStatements(Reference reference, TextReader reader, CommonWords common) {
        parts = reference.parts();
        texts = parts.stream()
                .map(part -> SourceText.of(reader.read(part.text())))
                .toList();
        languages = texts.stream()
                .map(text -> common.language(text.reading().words()))
                .toList();
    }

    /** The numbers of the parts that hold on {@code day}. */
    List<Integer> inForce(LocalDate day) {
        return IntStream.range(0, parts.size())
                .filter(part -> parts.get(part).holdsOn(day))
                .boxed()
                .toList();
    }

    /** The numbers of the others. */
    List<Integer> notInForce(LocalDate day) {
        return IntStream.range(0, parts.size())
                .filter(part -> !parts.get(part).holdsOn(day))
                .boxed()
                .toList();
    }

    /** A judge by the parts with these numbers, of an answer in {@code language}. */
    StatementJudge judge(List<Integer> numbers, String language) {
        // The entries of a price list have no language of their own and are read in any.
        boolean shares = numbers.stream()
                .anyMatch(number ->
                        languages.get(number).isEmpty() || languages.get(number).equals(language));
        if (judges.size() >= MOST_KEPT) {
            judges.clear();
        }
        return judges.computeIfAbsent(
                new Selection(numbers, shares),
                selection -> StatementJudge.by(
                        selection.parts().stream().map(texts::get).toList(), selection.sharesLanguage()));
    }
}
