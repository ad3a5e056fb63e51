package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.advice.AdviceModel;
import dev.surety.guardrail.evaluation.check.advice.Field;
import dev.surety.guardrail.evaluation.check.advice.FieldScore;
import dev.surety.guardrail.evaluation.check.advice.Jurisdictions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Advice that the law reserves for licensed people, by field. At stage input it looks for a personal question ("should I
 * sell my fund"), at stage output for a personal recommendation ("you should sell your fund"); general information,
 * product facts and the pointer to a professional are neither. A small linear model weighs what word lists find in a few
 * sentences, and its strongest features stand in the value {@code because}. It routes: whether a text is advice in the
 * sense of a law is for people to decide, and advice on a matter that no word list knows is missed.
 */
public final class AdviceCheck implements Check {
    /** What is less likely than this is no finding; policies decide from which score on they act. */
    private static final int HINT = 250;

    private final AdviceModel questions = AdviceModel.ofQuestions();
    private final AdviceModel recommendations = AdviceModel.ofRecommendations();
    private final Jurisdictions jurisdictions = Jurisdictions.load();

    @Override
    public String name() {
        return "advice";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public Set<Locale> languages() {
        return Languages.ENGLISH_GERMAN_FRENCH;
    }

    @Override
    public Map<String, Setting> settings() {
        return Map.of();
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of(
                "asked", ValueType.DECIMALS_BY_NAME,
                "given", ValueType.DECIMALS_BY_NAME,
                "field", ValueType.TEXT,
                "because", ValueType.TEXTS,
                "jurisdiction", ValueType.TEXT,
                "standing", ValueType.TEXT,
                "provision", ValueType.TEXT);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return Reach.sentence();
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        List<Located> asked = strongestByField(examine(questions, exchange.latestCustomerTexts()));
        List<Located> given = exchange.stage() == Stage.OUTPUT ? examine(recommendations, exchange.texts()) : List.of();
        List<Located> judged = switch (exchange.stage()) {
            case INPUT -> asked;
            case OUTPUT -> given;
        };
        Optional<FieldScore> strongest = judged.stream()
                .map(Located::score)
                .filter(score -> score.scorePerMille() >= HINT)
                .max(Comparator.comparingInt(FieldScore::scorePerMille));
        Jurisdictions.Standing standing = jurisdictions.standing(
                exchange.conversation(), strongest.map(FieldScore::field).orElse(null));
        return new CheckResult(
                judged.stream()
                        .mapToInt(located -> located.score().scorePerMille())
                        .max()
                        .orElse(0),
                judged.stream().flatMap(Located::finding).toList(),
                Map.of(
                        "asked", byField(asked),
                        "given", byField(given),
                        "field",
                                strongest.map(score -> score.field().wireName()).orElse(""),
                        "because", strongest.map(FieldScore::reasons).orElse(List.of()),
                        "jurisdiction", standing.jurisdiction(),
                        "standing", standing.level(),
                        "provision", standing.provision()));
    }

    private static List<Located> examine(AdviceModel model, List<NamedText> texts) {
        List<Located> scores = new ArrayList<>();
        for (NamedText text : texts) {
            model.examine(text.content()).forEach(score -> scores.add(new Located(text.path(), score)));
        }
        return scores;
    }

    /** One place per field: the stretches in which a question is looked for overlap. */
    private static List<Located> strongestByField(List<Located> located) {
        Map<Field, Located> strongest = new EnumMap<>(Field.class);
        located.forEach(one -> strongest.merge(
                one.score().field(),
                one,
                (before, next) -> next.score().scorePerMille() > before.score().scorePerMille() ? next : before));
        return List.copyOf(strongest.values());
    }

    private static Map<String, Double> byField(List<Located> located) {
        Map<Field, Integer> strongest = new EnumMap<>(Field.class);
        located.forEach(one -> strongest.merge(one.score().field(), one.score().scorePerMille(), Math::max));
        return Stream.of(Field.values())
                .collect(
                        Collectors.toMap(Field::wireName, field -> PerMille.decimal(strongest.getOrDefault(field, 0))));
    }

    private record Located(String path, FieldScore score) {
        Stream<Finding> finding() {
            return score.scorePerMille() < HINT
                    ? Stream.empty()
                    : Stream.of(new Finding(
                            "advice." + score.field().wireName(),
                            path,
                            score.start(),
                            score.end(),
                            score.scorePerMille()));
        }
    }
}
