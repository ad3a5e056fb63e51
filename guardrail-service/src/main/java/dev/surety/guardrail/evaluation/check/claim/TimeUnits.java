package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units of time, from {@code claim/units.txt}, in lines {@code family factor = name | name}. Units of one family are
 * converted into one another; a month is no number of days, and a working day is not a day.
 */
final class TimeUnits {
    private static final double MARGIN = 1.5;
    private static final double HOURS_OF_A_MONTH = 730;
    /** Five of them are a week. */
    private static final double HOURS_OF_A_WORKING_DAY = 33.6;

    private static final Map<String, Unit> UNITS = load();

    private TimeUnits() {}

    /**
     * A unit.
     *
     * @param family durations of different families are never the same
     * @param factor how many of the family's own unit it is
     */
    record Unit(String family, BigDecimal factor) {}

    private static Map<String, Unit> load() {
        Map<String, Unit> units = new HashMap<>();
        for (DataLine line : DataLines.of("claim/units.txt")) {
            int equals = line.text().indexOf('=');
            String[] head = line.text().substring(0, equals).strip().split(" ", -1);
            Unit unit = new Unit(head[0], new BigDecimal(head[1]));
            for (String name : line.text().substring(equals + 1).split("\\|", -1)) {
                for (Word word : Words.of(name)) {
                    units.put(word.text(), unit);
                }
            }
        }
        return Map.copyOf(units);
    }

    /** The unit that {@code word} names in its plain form. */
    static @Nullable Unit of(String word) {
        return UNITS.get(word);
    }

    /**
     * Whether two lengths of time differ whatever a month or a working day is taken for: by more than half again. A
     * week of working days is five to seven days.
     */
    static boolean clearlyDiffer(Claim one, Claim other) {
        return one.values().stream()
                .allMatch(a -> other.values().stream()
                        .allMatch(b -> hours(a.high(), one.unit()) < hours(b.low(), other.unit()) / MARGIN
                                || hours(a.low(), one.unit()) > hours(b.high(), other.unit()) * MARGIN));
    }

    private static double hours(BigDecimal value, String family) {
        return value.doubleValue()
                * switch (family) {
                    case "months" -> HOURS_OF_A_MONTH;
                    case "workdays" -> HOURS_OF_A_WORKING_DAY;
                    default -> 1;
                };
    }
}
