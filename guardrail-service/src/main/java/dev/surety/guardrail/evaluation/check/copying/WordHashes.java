package dev.surety.guardrail.evaluation.check.copying;

import dev.surety.guardrail.evaluation.check.text.Word;
import java.util.List;

/** Texts as numbers: one per word, and one per sequence of words. Equal sequences have equal numbers. */
final class WordHashes {
    private static final long PRIME = 0x100000001b3L;
    private static final long OFFSET = 0xcbf29ce484222325L;

    private WordHashes() {}

    static long[] of(List<Word> words) {
        long[] hashes = new long[words.size()];
        for (int i = 0; i < hashes.length; i++) {
            long hash = OFFSET;
            String word = words.get(i).text();
            for (int at = 0; at < word.length(); at++) {
                hash = (hash ^ word.charAt(at)) * PRIME;
            }
            hashes[i] = hash;
        }
        return hashes;
    }

    /** The number of each sequence of {@code length} words, by the word with which it begins. */
    static long[] sequences(long[] words, int length) {
        long[] sequences = new long[Math.max(0, words.length - length + 1)];
        for (int i = 0; i < sequences.length; i++) {
            long hash = OFFSET;
            for (int at = i; at < i + length; at++) {
                hash = (hash ^ (words[at] ^ words[at] >>> 29)) * PRIME;
            }
            // The lowest bits of a product depend on few bits of its factors.
            sequences[i] = hash ^ hash >>> 32;
        }
        return sequences;
    }
}
