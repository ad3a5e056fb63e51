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
}
