package dev.surety.guardrail.evaluation.check.copying;

import dev.surety.guardrail.evaluation.Reference;
import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What an answer has taken from protected texts: exact runs, and near copies beside them. */
public final class Copies {
    private Copies() {}

    /**
     * The copies in the order of the answer, without overlaps.
     *
     * @param least how many words a run has to have at least
     * @param containment the share of its sequences that makes a stretch of half as many words again a near copy, in
     *     per mille
     */
    public static List<Copy> in(List<Word> words, List<Reference> references, int least, int containment) {
        long[] answer = WordHashes.of(words);
        List<Copy> exact = new ArrayList<>();
        List<Copy> near = new ArrayList<>();
        for (Reference reference : references) {
            ProtectedText text = ProtectedText.of(reference);
            exact.addAll(text.exact(answer, least));
            near.addAll(text.near(answer, least + least / 2, containment));
        }
        boolean[] taken = new boolean[words.size()];
        List<Copy> copies = new ArrayList<>();
        exact.sort(Comparator.comparingInt(Copy::words).reversed());
        exact.forEach(copy -> takeIfFree(copy, taken, copies));
        near.sort(Comparator.comparingInt(Copy::words).reversed());
        near.forEach(copy -> takeIfFree(copy, taken, copies));
        copies.sort(Comparator.comparingInt(Copy::first));
        return List.copyOf(copies);
    }

    private static void takeIfFree(Copy copy, boolean[] taken, List<Copy> copies) {
        int free = 0;
        for (int i = copy.first(); i < copy.end(); i++) {
            free += taken[i] ? 0 : 1;
        }
        // A near copy around an exact run says nothing more, unless most of it is new.
        if (free == copy.words() || (!copy.exact() && free * 2 > copy.words() && !taken[copy.end() - 1])) {
            int first = copy.first();
            for (int i = copy.first(); i < copy.end(); i++) {
                first = taken[i] ? i + 1 : first;
                taken[i] = true;
            }
            copies.add(new Copy(copy.part(), first, copy.end(), copy.exact(), copy.containment()));
        }
    }
}
