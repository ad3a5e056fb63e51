package dev.surety.verification.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Compares what a page shows with what a service answers: every member shown must be there, with the same type. */
final class Shape {
    private final List<String> differences = new ArrayList<>();

    private Shape() {}

    /** The members of {@code shown} that {@code answered} lacks, as JSON pointers with a reason. */
    static List<String> differences(JsonNode shown, JsonNode answered) {
        Shape shape = new Shape();
        shape.compare("", shown, answered);
        return List.copyOf(shape.differences);
    }

    private void compare(String path, JsonNode shown, JsonNode answered) {
        if (answered.isMissingNode()) {
            differences.add(path + ": is missing");
        } else if (shown.isObject() && answered.isObject()) {
            shown.properties()
                    .forEach(member ->
                            compare(path + "/" + member.getKey(), member.getValue(), answered.path(member.getKey())));
        } else if (shown.isArray() && answered.isArray()) {
            compareElements(path, shown, answered);
        } else if (shown.isNumber() != answered.isNumber() || shown.isTextual() != answered.isTextual()) {
            differences.add("%s: is %s".formatted(path, answered.getNodeType()));
        }
    }

    private void compareElements(String path, JsonNode shown, JsonNode answered) {
        if (!shown.isEmpty() && answered.isEmpty()) {
            differences.add(path + ": is empty");
        } else if (!shown.isEmpty()) {
            compare(path + "/0", shown.get(0), answered.get(0));
        }
    }
}
