package dev.surety.guardrail.detector;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.evaluation.check.remote.Detector;
import dev.surety.guardrail.evaluation.check.remote.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A model behind OpenAI's moderation interface ({@code POST /v1/moderations}). It speaks about whole texts, so every
 * detection spans its text. A category that the model gives no score for has none.
 */
final class ModerationDetector implements Detector {
    private final DetectorEndpoint endpoint;
    private final String model;
    private final String identity;

    ModerationDetector(DetectorEndpoint endpoint, String model, String identity) {
        this.endpoint = requireNonNull(endpoint, "endpoint");
        this.model = requireNonNull(model, "model");
        this.identity = requireNonNull(identity, "identity");
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public List<Verdict> judge(List<String> texts, Duration time) {
        ObjectNode question = JsonNodeFactory.instance.objectNode().put("model", model);
        texts.forEach(question.putArray("input")::add);
        JsonNode results = Answers.list(endpoint.ask(question, time).path("results"), texts.size(), "results");
        List<Verdict> verdicts = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            verdicts.add(verdict(results.get(i), texts.get(i).length()));
        }
        return verdicts;
    }

    private static Verdict verdict(JsonNode result, int length) {
        boolean flagged = Answers.flag(result.path("flagged"), "flagged");
        JsonNode categories = result.path("categories");
        JsonNode scores = result.path("category_scores");
        if (!categories.isObject() || !scores.isObject()) {
            throw Answers.unreadable("categories or category_scores is missing");
        }
        List<Verdict.Detection> detections = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : scores.properties()) {
            int score = Answers.perMille(one.getValue(), "a category's score");
            JsonNode named = categories.path(one.getKey());
            boolean objected = !named.isMissingNode() && !named.isNull() && Answers.flag(named, "a category");
            detections.add(new Verdict.Detection(Answers.category(one.getKey()), 0, length, score, objected));
        }
        if (flagged && detections.stream().noneMatch(Verdict.Detection::flagged)) {
            detections.add(new Verdict.Detection("flagged", 0, length, highest(detections), true));
        }
        return new Verdict(flagged, detections);
    }

    private static int highest(List<Verdict.Detection> detections) {
        return detections.stream()
                .mapToInt(Verdict.Detection::scorePerMille)
                .max()
                .orElse(1_000);
    }
}
