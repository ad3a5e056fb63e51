package dev.surety.guardrail.evaluation.check;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes exchanges of the rules in {@code rule-swaps.yaml}: an answer that says what the rule says, or one in which
 * something was swapped, each with numbers drawn from a fixed seed, beside the rule and two others. Also across
 * languages: the answer of one language on the rule of another.
 */
final class RuleSwaps {
    private static final long SEED = 20_261_123;
    private static final int DRAWS = 4;

    private RuleSwaps() {}

    /** A rule in one language. */
    record Wording(String rule, List<String> faithful, List<String> swapped) {}

    /** A rule in several languages. */
    record Topic(String topic, String domain, List<Integer> numbers, Wording en, Wording de, Wording fr) {
        Map<String, Wording> wordings() {
            return new TreeMap<>(Map.of("en", en, "de", de, "fr", fr));
        }
    }

    /** One answer and the passages that it is held against. */
    record Swap(
            String topic,
            String language,
            boolean tuned,
            boolean crossing,
            boolean contradicts,
            String answer,
            List<String> passages) {}

    /** A rule as it was and as it is, and an answer by either. */
    record Stale(String outdatedRule, String currentRule, String outdatedAnswer, String currentAnswer) {}

    /** One exchange for each rule, language and draw, in which the rule's numbers have changed. */
    static List<Stale> stale() {
        Random random = new Random(SEED);
        List<Topic> topics = Samples.read("rule-swaps.yaml", new TypeReference<>() {});
        List<Stale> stale = new ArrayList<>();
        for (Topic topic : topics) {
            for (Wording wording : topic.wordings().values()) {
                for (int draw = 0; draw < DRAWS - 1; draw++) {
                    int a = number(topic, random);
                    int b = a;
                    while (b == a) {
                        b = number(topic, random);
                    }
                    String answer = wording.faithful().stream()
                            .filter(text -> text.contains("{a}"))
                            .findFirst()
                            .orElseThrow();
                    stale.add(new Stale(
                            filled(wording.rule(), a, a),
                            filled(wording.rule(), b, b),
                            filled(answer, a, a),
                            filled(answer, b, b)));
                }
            }
        }
        return List.copyOf(stale);
    }

    static List<Swap> all() {
        Random random = new Random(SEED);
        List<Topic> topics = Samples.read("rule-swaps.yaml", new TypeReference<>() {});
        List<Swap> swaps = new ArrayList<>();
        for (int i = 0; i < topics.size(); i++) {
            for (Map.Entry<String, Wording> entry : topics.get(i).wordings().entrySet()) {
                for (int draw = 0; draw < DRAWS; draw++) {
                    add(swaps, topics, i, entry.getKey(), random);
                }
            }
        }
        return List.copyOf(swaps);
    }

    private static void add(List<Swap> swaps, List<Topic> topics, int index, String language, Random random) {
        Topic topic = topics.get(index);
        int a = number(topic, random);
        int b = a;
        while (b == a) {
            b = number(topic, random);
        }
        Wording wording = topic.wordings().get(language);
        List<String> passages = passages(topics, index, language, a, random);
        boolean tuned = index % 2 == 0;
        for (boolean contradicts : List.of(false, true)) {
            List<String> answers = contradicts ? wording.swapped() : wording.faithful();
            String answer = filled(answers.get(random.nextInt(answers.size())), a, b);
            swaps.add(new Swap(topic.topic(), language, tuned, false, contradicts, answer, passages));
        }
        String other = language.equals("en") ? List.of("de", "fr").get(random.nextInt(2)) : "en";
        Wording foreign = topic.wordings().get(other);
        // Across languages the first of each: the others turn on words, which is more than values.
        swaps.add(new Swap(
                topic.topic(),
                other,
                tuned,
                true,
                false,
                filled(foreign.faithful().getFirst(), a, b),
                passages));
        swaps.add(new Swap(
                topic.topic(),
                other,
                tuned,
                true,
                true,
                filled(foreign.swapped().getFirst(), a, b),
                passages));
    }

    private static List<String> passages(List<Topic> topics, int index, String language, int a, Random random) {
        List<String> passages = new ArrayList<>();
        for (int other = 1; other <= 2; other++) {
            Topic neighbour = topics.get((index + other * 5) % topics.size());
            int number = number(neighbour, random);
            passages.add(filled(neighbour.wordings().get(language).rule(), number, number));
        }
        passages.add(
                random.nextInt(passages.size() + 1),
                filled(topics.get(index).wordings().get(language).rule(), a, a));
        return random.nextBoolean() ? List.copyOf(passages) : List.of(String.join(" ", passages));
    }

    private static int number(Topic topic, Random random) {
        int least = topic.numbers().getFirst();
        return least + random.nextInt(topic.numbers().getLast() - least + 1);
    }

    private static String filled(String text, int a, int b) {
        return text.replace("{a}", String.valueOf(a)).replace("{b}", String.valueOf(b));
    }
}
