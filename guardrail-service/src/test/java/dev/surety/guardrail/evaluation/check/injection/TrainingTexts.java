package dev.surety.guardrail.evaluation.check.injection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Generates labelled texts from the grammar in {@code training.txt}; the same seed gives the same texts. */
final class TrainingTexts {
    private final Map<String, String> sets = new HashMap<>();
    private final List<String> attacks = new ArrayList<>();
    private final List<String> honest = new ArrayList<>();

    TrainingTexts() {
        for (String line : lines()) {
            switch (line.isEmpty() ? '#' : line.charAt(0)) {
                case '#' -> {}
                case '@' -> sets.put(line.substring(1, line.indexOf(" =")), line.substring(line.indexOf('=') + 2));
                case '+' -> attacks.add(line.substring(2));
                case '-' -> honest.add(line.substring(2));
                default -> throw new IllegalStateException("neither set nor text: " + line);
            }
        }
    }

    /** One text and whether it is an attack. */
    record Sample(String text, boolean attack) {}

    /** So many texts of each side, each line of the grammar equally often. */
    List<Sample> generate(long seed, int each) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            samples.add(new Sample(expand(attacks.get(i % attacks.size()), random), true));
            samples.add(new Sample(expand(honest.get(i % honest.size()), random), false));
        }
        return samples;
    }

    private String expand(String pattern, Random random) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char next = pattern.charAt(at);
            if (next == '[') {
                int end = closing(pattern, at);
                text.append(expand(choice(pattern.substring(at + 1, end), random), random));
                at = end + 1;
            } else if (next == '@' && at + 1 < pattern.length() && Character.isLetter(pattern.charAt(at + 1))) {
                int end = at + 1;
                while (end < pattern.length() && Character.isLetter(pattern.charAt(end))) {
                    end++;
                }
                String set = sets.get(pattern.substring(at + 1, end));
                text.append(set == null ? pattern.substring(at, end) : expand(choice(set, random), random));
                at = end;
            } else {
                text.append(next);
                at++;
            }
        }
        return text.toString();
    }

    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            depth += pattern.charAt(i) == '[' ? 1 : pattern.charAt(i) == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("a '[' that is never closed: " + pattern);
    }

    private static String choice(String alternatives, Random random) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < alternatives.length(); i++) {
            char next = alternatives.charAt(i);
            depth += next == '[' ? 1 : next == ']' ? -1 : 0;
            if (next == '|' && depth == 0) {
                parts.add(alternatives.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(alternatives.substring(start));
        return parts.get(random.nextInt(parts.size()));
    }

    private static List<String> lines() {
        try (InputStream stream = TrainingTexts.class.getResourceAsStream("training.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
