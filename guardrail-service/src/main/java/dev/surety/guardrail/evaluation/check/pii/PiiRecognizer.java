package dev.surety.guardrail.evaluation.check.pii;

import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds all personal data of a text; where two readings overlap, the more telling type is kept. Thread-safe. */
public final class PiiRecognizer {
    private static final int QUESTION = 160;

    private final ContextWords words = ContextWords.load();
    private final Emails emails = new Emails();
    private final PersonNames names = new PersonNames();
    private final Addresses addresses = new Addresses();
    private final BirthDates birthDates = new BirthDates();

    /**
     * The personal data of {@code original}, in the order of the text, without overlaps. Nothing of it reaches over a
     * line break, and nothing in another sentence decides about it but words that announce a number.
     *
     * @param regions ISO 3166 codes of the regions whose national numbers are meant, likeliest first
     */
    public List<Identified> find(String original, List<String> regions) {
        return find(original, "", regions, false);
    }

    /**
     * The same for a text that a person typed, where numbers go on in the next line.
     *
     * @param question what the other side said before; its end may announce what the text holds
     */
    public List<Identified> findTyped(String original, String question, List<String> regions) {
        return find(original, question.substring(Math.max(0, question.length() - QUESTION)), regions, true);
    }

    private List<Identified> find(String original, String question, List<String> regions, boolean acrossLines) {
        PlainText text = new PlainText(original);
        Announcements announcements = Announcements.of(text, new PlainText(question), words);
        Surroundings surroundings = new Surroundings(announcements, regions, acrossLines);
        List<Identified> found = new ArrayList<>();
        emails.find(text, announcements, found);
        IpAddresses.find(text, announcements, found);
        new LetteredIdentities(surroundings).find(text, found);
        new AnnouncedNumbers(surroundings).find(text, found);
        NumberedIdentities numbered = new NumberedIdentities(surroundings);
        PhoneNumbers phones = new PhoneNumbers(text, surroundings);
        for (NumberRun run : NumberRun.in(text)) {
            List<NumberRun> lines = run.lines();
            if (acrossLines && lines.size() > 1) {
                numbered.find(run, found);
            } else {
                lines.forEach(line -> numbered.find(line, found));
            }
            lines.forEach(line -> phones.find(line, found));
        }
        List<Word> read = Words.of(original);
        birthDates.find(original, read, found);
        addresses.find(original, read, acrossLines, found);
        names.find(original, read, announcements.before(0, QUESTION, "asked-name"), found);
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
        if (one.start() == other.start() && one.end() == other.end() && one.scorePerMille() != other.scorePerMille()) {
            return one.scorePerMille() > other.scorePerMille();
        }
        int byType = one.type().compareTo(other.type());
        return byType < 0 || (byType == 0 && one.end() - one.start() > other.end() - other.start());
    }
}
