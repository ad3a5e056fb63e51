package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.text.DataLines;
import dev.surety.guardrail.evaluation.check.text.DataLines.DataLine;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of months, in several languages, from {@code claim/months.txt}: one line for each month, January first. */
final class Calendar {
    private static final Map<String, Integer> MONTHS = load();

    private Calendar() {}

    private static Map<String, Integer> load() {
        Map<String, Integer> months = new HashMap<>();
        List<DataLine> lines = DataLines.of("claim/months.txt");
        for (int i = 0; i < lines.size(); i++) {
            for (String name : lines.get(i).text().split("\\|", -1)) {
                months.put(Words.of(name).getFirst().text(), i + 1);
            }
        }
        return Map.copyOf(months);
    }

    /** The month, 1 to 12, that {@code word} names in its plain form; 0 when it names none. */
    static int month(String word) {
        return MONTHS.getOrDefault(word, 0);
    }
}
