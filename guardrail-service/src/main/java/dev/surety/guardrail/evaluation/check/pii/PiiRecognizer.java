package dev.surety.guardrail.evaluation.check.pii;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds all personal data of a text; where two readings overlap, the more telling type is kept. Thread-safe. */
public final class PiiRecognizer {
    private final ContextWords context = ContextWords.load();
    private final NumberedIdentities numbered = new NumberedIdentities(context);
    private final LetteredIdentities lettered = new LetteredIdentities(context);
    private final PhoneNumbers phones = new PhoneNumbers(context);

    /**
     * The personal data of {@code original}, in the order of the text, without overlaps.
     *
     * @param regions ISO 3166 codes of the regions whose national telephone numbers are meant, likeliest first
     */
    public List<Identified> find(String original, List<String> regions) {
        PlainText text = new PlainText(original);
        List<Identified> found = new ArrayList<>();
        Emails.find(text, found);
        IpAddresses.find(text, found);
        lettered.find(text, found);
        for (NumberRun run : NumberRun.in(text)) {
            numbered.find(text, run, found);
            phones.find(text, run, regions, found);
        }
        return withoutOverlaps(found);
    }

    private static List<Identified> withoutOverlaps(List<Identified> found) {
        List<Identified> ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparingInt(Identified::start).thenComparing(Identified::type));
        List<Identified> kept = new ArrayList<>();
        for (Identified one : ordered) {
            if (kept.isEmpty() || !kept.getLast().overlaps(one)) {
                kept.add(one);
            } else if (isBetter(one, kept.getLast())) {
                kept.set(kept.size() - 1, one);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean isBetter(Identified one, Identified other) {
        int byType = one.type().compareTo(other.type());
        return byType < 0 || (byType == 0 && one.end() - one.start() > other.end() - other.start());
    }
}
