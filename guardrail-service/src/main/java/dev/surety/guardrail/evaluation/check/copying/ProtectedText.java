package dev.surety.guardrail.evaluation.check.copying;

import dev.surety.guardrail.evaluation.Reference;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A protected text, prepared so that copies of it are found in time that grows with the answer alone. Exact runs are
 * found by winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): of each window of neighbouring sequences
 * the one with the smallest number is kept, so every common run of {@link #GUARANTEED} words shares a kept one. Near
 * copies are found by the containment of short sequences (Broder: On the resemblance and containment of documents,
 * 1997). Immutable.
 */
public final class ProtectedText {
    /** Every common run of this many words or more is found. */
    public static final int GUARANTEED = 8;

    private static final int SEQUENCE = 5;
    private static final int WINDOW = GUARANTEED - SEQUENCE + 1;
    private static final int SHINGLE = 3;
    /** What stands more often in the protected texts than this is a turn of phrase. */
    private static final int MOST_PLACES = 8;

    private static final int[] NONE = {};

    private final List<Reference.Part> parts;
    private final List<long[]> words = new ArrayList<>();
    private final Map<Long, List<Place>> fingerprints = new HashMap<>();
    private final Map<Long, int[]> shingles = new HashMap<>();

    /** A word of a part. */
    private record Place(int part, int word) {}

    private ProtectedText(Reference reference) {
        parts = reference.parts();
        for (int part = 0; part < parts.size(); part++) {
            long[] own = WordHashes.of(Words.of(parts.get(part).text()));
            words.add(own);
            long[] sequences = WordHashes.sequences(own, SEQUENCE);
            for (int kept : winnow(sequences)) {
                List<Place> places = fingerprints.computeIfAbsent(sequences[kept], _ -> new ArrayList<>(1));
                if (places.size() < MOST_PLACES) {
                    places.add(new Place(part, kept));
                }
            }
            for (long shingle : WordHashes.sequences(own, SHINGLE)) {
                int number = part;
                shingles.compute(shingle, (_, known) -> with(known, number));
            }
        }
    }

    /** The reference, prepared; once per reference. */
    public static ProtectedText of(Reference reference) {
        return reference.derived(ProtectedText.class, ProtectedText::new);
    }

    /** The runs of at least {@code least} words that the answer and a part have in common, in order, without overlaps. */
    List<Copy> exact(long[] answer, int least) {
        List<Copy> copies = new ArrayList<>();
        long[] sequences = WordHashes.sequences(answer, SEQUENCE);
        int done = 0;
        for (int kept : winnow(sequences)) {
            if (kept < done) {
                continue;
            }
            @Nullable Copy longest = null;
            for (Place place : fingerprints.getOrDefault(sequences[kept], List.of())) {
                Copy copy = extend(answer, kept, place, done);
                longest = longest == null || copy.words() > longest.words() ? copy : longest;
            }
            if (longest != null) {
                done = Math.max(done, longest.end());
                if (longest.words() >= least) {
                    copies.add(longest);
                }
            }
        }
        return copies;
    }

    /**
     * The stretches of at least {@code least} words of which a part has at least that share of all short sequences.
     *
     * @param containment in per mille
     */
    List<Copy> near(long[] answer, int least, int containment) {
        long[] sequences = WordHashes.sequences(answer, SHINGLE);
        int window = least - SHINGLE + 1;
        int needed = Math.max(1, Math.ceilDiv(window * containment, 1000));
        List<Copy> copies = new ArrayList<>();
        int[] counts = new int[parts.size()];
        for (int at = 0; at < sequences.length; at++) {
            for (int part : shingles.getOrDefault(sequences[at], NONE)) {
                counts[part]++;
            }
            if (at >= window) {
                for (int part : shingles.getOrDefault(sequences[at - window], NONE)) {
                    counts[part]--;
                }
            }
            if (at >= window - 1) {
                for (int part : shingles.getOrDefault(sequences[at], NONE)) {
                    if (counts[part] >= needed) {
                        join(copies, part, at - window + 1, at + SHINGLE, counts[part] * 1000 / window);
                    }
                }
            }
        }
        return copies;
    }

    private void join(List<Copy> copies, int part, int first, int end, int containment) {
        @Nullable Copy last = copies.isEmpty() ? null : copies.getLast();
        if (last != null && last.part().equals(parts.get(part)) && last.end() >= first) {
            copies.removeLast();
            copies.add(new Copy(last.part(), last.first(), end, false, Math.max(last.containment(), containment)));
        } else if (last == null || last.end() <= first) {
            copies.add(new Copy(parts.get(part), first, end, false, containment));
        }
    }

    /** The whole run around a common sequence; words before {@code from} belong to another run. */
    private Copy extend(long[] answer, int at, Place place, int from) {
        long[] text = words.get(place.part());
        int first = at;
        int other = place.word();
        while (first > from && other > 0 && answer[first - 1] == text[other - 1]) {
            first--;
            other--;
        }
        int end = at;
        int behind = place.word();
        while (end < answer.length && behind < text.length && answer[end] == text[behind]) {
            end++;
            behind++;
        }
        return new Copy(parts.get(place.part()), first, Math.max(end, first + 1), true, 1000);
    }

    /** Of each window of sequences the last one with the smallest number; a window may keep what the one before kept. */
    private static int[] winnow(long[] sequences) {
        int[] kept = new int[sequences.length];
        int count = 0;
        int window = Math.min(WINDOW, sequences.length);
        for (int end = window; window > 0 && end <= sequences.length; end++) {
            int smallest = end - window;
            for (int i = smallest + 1; i < end; i++) {
                smallest = sequences[i] <= sequences[smallest] ? i : smallest;
            }
            if (count == 0 || kept[count - 1] != smallest) {
                kept[count++] = smallest;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static int[] with(int @Nullable [] known, int part) {
        if (known == null) {
            return new int[] {part};
        }
        if (known[known.length - 1] == part || known.length == MOST_PLACES) {
            return known;
        }
        int[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = part;
        return more;
    }
}
