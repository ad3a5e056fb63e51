package dev.surety.guardrail.evaluation.check.commitment;

import dev.surety.guardrail.evaluation.check.claim.Claim;
import dev.surety.guardrail.evaluation.check.claim.ClaimReader;
import dev.surety.guardrail.evaluation.check.claim.CommonWords;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads promises: phrases say that one is made and what of, the values of the same sentence how much and by when. Where
 * several kinds are said at one place, as in "I will refund you by Friday", the first in the order of {@link #KINDS} is
 * the promise, because a deadline belongs to what is promised until then.
 */
public final class PromiseReader {
    /** What can be promised, the most telling first. */
    private static final List<String> KINDS =
            List.of("refund", "credit", "discount", "replacement", "waiver", "callback", "deadline", "guarantee");

    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);

    private final PhraseRules phrases = PhraseRules.load(List.of(
            "commitments/en/promises.phrases", "commitments/de/promises.phrases", "commitments/fr/promises.phrases"));
    private final ClaimReader claims = new ClaimReader(new CommonWords());
    private final Map<String, String> days = days();

    private static Map<String, String> days() {
        Map<String, String> days = new HashMap<>();
        for (DataLine line : DataLines.of("commitments/due.txt")) {
            int equals = line.text().indexOf('=');
            for (String name : line.text().substring(equals + 1).split("\\|", -1)) {
                // The last word of a name is the one that tells: "aujourd'hui", "next week".
                days.put(
                        Words.of(name).getLast().text(),
                        line.text().substring(0, equals).strip());
            }
        }
        return Map.copyOf(days);
    }

    /** The promises of {@code text}, one for each sentence that makes one, in order. */
    public List<Promise> read(String text) {
        List<Word> words = Words.of(text);
        List<PhraseHit> hits = phrases.match(words);
        if (hits.isEmpty()) {
            return List.of();
        }
        List<Claim> values = claims.read(text);
        List<Promise> promises = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int next = at;
            while (next < words.size()
                    && words.get(next).sentence() == words.get(at).sentence()) {
                next++;
            }
            read(words.subList(at, next), text, hits, values).ifPresent(promises::add);
            at = next;
        }
        return List.copyOf(promises);
    }

    private Optional<Promise> read(List<Word> sentence, String text, List<PhraseHit> hits, List<Claim> values) {
        int start = sentence.getFirst().start();
        int end = sentence.getLast().end();
        boolean asks = text.substring(end).stripLeading().startsWith("?");
        return hits.stream()
                .filter(hit -> hit.start() >= start && hit.end() <= end && !asks)
                .min(Comparator.comparingInt(hit -> KINDS.indexOf(hit.category())))
                .map(hit -> {
                    List<Claim> inside = values.stream()
                            .filter(claim -> claim.end() > start && claim.start() < end)
                            .toList();
                    Claim amount = amount(inside);
                    return new Promise(
                            hit.category(),
                            amount == null ? null : highest(amount),
                            amount == null ? "" : amount.kind() == Claim.Kind.PERCENTAGE ? "%" : amount.unit(),
                            due(inside, sentence),
                            hit.scorePerMille(),
                            hit.start(),
                            hit.end());
                });
    }

    private static @Nullable Claim amount(List<Claim> values) {
        return values.stream()
                .filter(claim -> claim.kind() == Claim.Kind.MONEY || claim.kind() == Claim.Kind.PERCENTAGE)
                .max(Comparator.comparing(PromiseReader::highest))
                .orElse(null);
    }

    private static BigDecimal highest(Claim claim) {
        return claim.values().stream()
                .map(Claim.Value::high)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private String due(List<Claim> values, List<Word> sentence) {
        for (Claim claim : values) {
            switch (claim.kind()) {
                case DATE -> {
                    return date(highest(claim).intValue());
                }
                case DURATION -> {
                    return duration(highest(claim), claim.unit());
                }
                case MONEY, PERCENTAGE, TIME, NUMBER -> {}
            }
        }
        return sentence.stream()
                .map(word -> days.get(word.text()))
                .filter(day -> day != null)
                .findFirst()
                .orElse("");
    }

    private static String date(int value) {
        String year = value / 10_000 == 0 ? "-" : String.valueOf(value / 10_000);
        return "%s-%02d-%02d".formatted(year, value / 100 % 100, value % 100);
    }

    private static String duration(BigDecimal value, String family) {
        String number = value.stripTrailingZeros().toPlainString();
        return switch (family) {
            case "months" -> "P" + number + "M";
            case "workdays" -> "P" + number + "D/working";
            default ->
                value.remainder(HOURS_OF_A_DAY).signum() == 0
                        ? "P" + value.divideToIntegralValue(HOURS_OF_A_DAY).toPlainString() + "D"
                        : "PT" + number + "H";
        };
    }
}
