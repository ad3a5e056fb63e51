package dev.surety.guardrail.evaluation.check.advice;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Our own texts of customers and bots, made from the templates of a data file. The same file always gives the same
 * texts: the random numbers have a seed, and each template has a sequence of its own.
 */
final class AdviceTexts {
    private static final long SEED = 20261123;
    private static final int FILLINGS = 2;

    /** A text and the fields of advice in it. */
    record Labelled(String text, Set<Field> fields) {}

    private record Template(
            List<String> fields,
            @Nullable String asks,
            @Nullable String answers) {}

    private record Source(Map<String, List<String>> slots, List<Template> texts) {}

    private AdviceTexts() {}

    /** What customers ask in {@code file}, for example {@code tuning.yaml}. */
    static List<Labelled> questions(String file) {
        return texts(file, true);
    }

    /** What bots answer in {@code file}. */
    static List<Labelled> answers(String file) {
        return texts(file, false);
    }

    private static List<Labelled> texts(String file, boolean asked) {
        Source source = read(file, Source.class);
        List<Labelled> texts = new ArrayList<>();
        for (Template template : source.texts()) {
            String text = asked ? template.asks() : template.answers();
            if (text != null) {
                Set<Field> fields = new LinkedHashSet<>();
                template.fields().forEach(name -> fields.add(Field.named(name).orElseThrow()));
                for (String filled : filled(text, source.slots())) {
                    texts.add(new Labelled(filled, fields));
                }
            }
        }
        return texts;
    }

    private static Set<String> filled(String text, Map<String, List<String>> slots) {
        Random random = new Random(SEED ^ text.hashCode());
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < FILLINGS; i++) {
            String filled = text;
            for (Map.Entry<String, List<String>> slot : slots.entrySet()) {
                List<String> fillings = slot.getValue();
                filled = filled.replace("{" + slot.getKey() + "}", fillings.get(random.nextInt(fillings.size())));
            }
            all.add(filled);
        }
        return all;
    }

    private static <T> T read(String file, Class<T> type) {
        ObjectMapper yaml =
                new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (InputStream stream = AdviceTexts.class.getResourceAsStream(file)) {
            return yaml.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
