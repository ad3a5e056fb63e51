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

/**
 * A detector behind the FMS guardrails detector interface ({@code POST /api/v1/text/contents}, header
 * {@code detector-id}), as the detectors of TrustyAI serve it. Its spans count code points, and whatever it reports it
 * objects to.
 */
final class FmsDetector implements Detector {
    private final DetectorEndpoint endpoint;
    private final String identity;

    FmsDetector(DetectorEndpoint endpoint, String identity) {
        this.endpoint = requireNonNull(endpoint, "endpoint");
        this.identity = requireNonNull(identity, "identity");
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public List<Verdict> judge(List<String> texts, Duration time) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        texts.forEach(question.putArray("contents")::add);
        question.putObject("detector_params");
        JsonNode lists = Answers.list(endpoint.ask(question, time), texts.size(), "the answer");
        List<Verdict> verdicts = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            verdicts.add(verdict(lists.get(i), texts.get(i)));
        }
        return verdicts;
    }

    private static Verdict verdict(JsonNode list, String text) {
        if (!list.isArray()) {
            throw Answers.unreadable("what was found in a text is not a list");
        }
        List<Verdict.Detection> detections = new ArrayList<>(list.size());
        for (JsonNode one : list) {
            int codePoints = text.codePointCount(0, text.length());
            int start = place(one.path("start"), codePoints);
            int end = place(one.path("end"), codePoints);
            if (end < start) {
                throw Answers.unreadable("a span ends before it starts");
            }
            int first = text.offsetByCodePoints(0, start);
            int last = text.offsetByCodePoints(first, end - start);
            detections.add(new Verdict.Detection(
                    category(one, text.substring(first, last)),
                    first,
                    last,
                    Answers.perMille(one.path("score"), "a score"),
                    true));
        }
        return new Verdict(!detections.isEmpty(), detections);
    }

    private static int place(JsonNode node, int most) {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0 || node.intValue() > most) {
            throw Answers.unreadable("a span lies outside of its text");
        }
        return node.intValue();
    }

    /** Type and label; a label that is only what stands in the text would carry the customer's words into results. */
    private static String category(JsonNode one, String found) {
        String type = one.path("detection_type").asText();
        String label = one.path("detection").asText();
        return Answers.category(label.isEmpty() || label.equalsIgnoreCase(found) ? type : type + "." + label);
    }
}
