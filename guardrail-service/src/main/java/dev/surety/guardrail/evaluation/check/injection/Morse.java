package dev.surety.guardrail.evaluation.check.injection;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads a run of Morse code (ITU-R M.1677-1); letters are parted by spaces, words by a slash. */
final class Morse {
    private static final String[] CODES = {
        ".-", "-...", "-.-.", "-..", ".", "..-.", "--.", "....", "..", ".---", "-.-", ".-..", "--", "-.", "---", ".--.",
        "--.-", ".-.", "...", "-", "..-", "...-", ".--", "-..-", "-.--", "--.."
    };
    private static final Map<String, Character> LETTERS = IntStream.range(0, CODES.length)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(i -> CODES[i], i -> (char) ('a' + i)));

    private Morse() {}

    static boolean isSign(int character) {
        return character == '.' || character == '-' || character == '/' || character == ' ';
    }

    /** The letters of {@code run}; empty when it is something else, such as a row of dots. */
    static Optional<String> decode(String run) {
        StringBuilder letters = new StringBuilder();
        int unknown = 0;
        for (String code : run.strip().split(" ", -1)) {
            if (code.equals("/") || code.isEmpty()) {
                letters.append(' ');
            } else {
                Character letter = LETTERS.get(code);
                unknown += letter == null ? 1 : 0;
                letters.append(letter == null ? '?' : letter);
            }
        }
        return unknown * 10 > letters.length() ? Optional.empty() : Optional.of(letters.toString());
    }
}
