package dev.surety.guardrail.evaluation.check.advice;

import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;

/** Reads a text sentence by sentence into what each shows. Immutable; safe for any number of threads. */
final class SentenceReader {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr");

    private final PhraseRules topics;
    private final PhraseRules frames;
    private final PhraseRules phrases;
    private final List<String> frameNames;

    private SentenceReader(PhraseRules topics, PhraseRules frames, PhraseRules phrases) {
        this.topics = topics;
        this.frames = frames;
        this.phrases = phrases;
        frameNames = List.copyOf(frames.categories());
    }

    /**
     * The reader of questions or of recommendations.
     *
     * @param kind the ending of the phrase files, {@code questions} or {@code recommendations}
     */
    static SentenceReader of(String kind) {
        return new SentenceReader(
                PhraseRules.load(Stream.concat(each("topics"), Jurisdictions.termFiles().stream())
                        .toList()),
                PhraseRules.load(each(kind).toList()),
                PhraseRules.load(Stream.of(Field.values())
                        .flatMap(field -> each(field.wireName() + "-" + kind))
                        .toList()));
    }

    private static Stream<String> each(String file) {
        return LANGUAGES.stream().map(language -> "advice/" + language + "/" + file + ".phrases");
    }

    /** The names of the frames, by number. */
    List<String> frameNames() {
        return frameNames;
    }

    /** What the sentences of {@code text} show, in order. */
    List<Sentence> read(String text) {
        List<Word> words = Words.of(text);
        List<Integer> starts = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (i == 0 || words.get(i).sentence() != words.get(i - 1).sentence()) {
                starts.add(words.get(i).start());
                sentences.add(new Sentence());
            }
        }
        place(
                topics.match(words),
                starts,
                (hit, at) -> Field.named(hit.category())
                        .ifPresent(field -> sentences
                                .get(at)
                                .addTopic(field, PerMille.decimal(hit.scorePerMille()), hit.start(), hit.end())));
        place(
                phrases.match(words),
                starts,
                (hit, at) -> Field.named(hit.category())
                        .ifPresent(field -> sentences
                                .get(at)
                                .addPhrase(field, PerMille.decimal(hit.scorePerMille()), hit.start(), hit.end())));
        place(
                frames.match(words),
                starts,
                (hit, at) -> sentences.get(at).addFrame(frameNames.indexOf(hit.category()), hit.start(), hit.end()));
        return sentences;
    }

    /** Hands each hit to its sentence; hits come in the order in which they begin, or nearly so. */
    private static void place(List<PhraseHit> hits, List<Integer> starts, ObjIntConsumer<PhraseHit> consumer) {
        int at = 0;
        for (PhraseHit hit : hits) {
            while (at + 1 < starts.size() && starts.get(at + 1) <= hit.start()) {
                at++;
            }
            while (at > 0 && starts.get(at) > hit.start()) {
                at--;
            }
            consumer.accept(hit, at);
        }
    }
}
