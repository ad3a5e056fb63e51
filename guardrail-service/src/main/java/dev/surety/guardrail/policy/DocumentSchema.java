package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The JSON Schema that documents of one kind keep to ({@code policies/*.schema.json}, which editors can use as they
 * are), and its violations in words.
 */
final class DocumentSchema {
    private final JsonSchema schema;
    private final JsonNode document;

    DocumentSchema(String resource) {
        SchemaValidatorsConfig configuration =
                SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        try (InputStream in = DocumentSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the classpath");
            }
            document = new ObjectMapper().readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document, configuration);
        schema.initializeValidators();
    }

    /** Reports every violation; true when there is none. */
    boolean validate(PositionedYaml document, Diagnostics diagnostics) {
        Set<ValidationMessage> violations = schema.validate(document.tree());
        for (ValidationMessage violation : violations) {
            String pointer = violation.getInstanceLocation().toString();
            diagnostics.report(position(document, pointer, violation), words(violation));
        }
        return violations.isEmpty();
    }

    private static Location position(PositionedYaml document, String pointer, ValidationMessage violation) {
        return switch (violation.getType()) {
            case "additionalProperties", "propertyNames" ->
                document.keyPosition(PositionedYaml.member(pointer, violation.getProperty()));
            default -> document.position(pointer);
        };
    }

    private String words(ValidationMessage violation) {
        JsonNode keyword = violation.getSchemaNode();
        String limit = keyword.asText();
        return switch (violation.getType()) {
            case "additionalProperties" -> {
                String key = violation.getProperty();
                yield "unknown key '" + key + "': remove it, or " + Suggestion.mending(key, keysKnownAt(violation));
            }
            case "required" -> "'" + violation.getProperty() + "' is missing: add it; needed here: " + words(keyword);
            case "type" -> given(violation) + " is given: " + expectedType(limit) + " was expected";
            case "enum" ->
                found(violation) + " is not allowed here; "
                        + Suggestion.mending(violation.getInstanceNode().asText(), texts(keyword));
            case "const" -> found(violation) + " is not known: write '" + limit + "'";
            case "pattern" -> found(violation) + " has the wrong form: " + descriptionBeside(violation);
            case "propertyNames" ->
                "the key '" + violation.getProperty() + "' has the wrong form: write "
                        + resolve(keyword.path("$ref").asText())
                                .path("description")
                                .asText();
            case "minItems", "minProperties", "minLength" -> "nothing is given here: give at least one";
            case "maxItems", "maxProperties" ->
                limit.equals("1")
                        ? "more than one is given: keep one"
                        : "more than " + limit + " entries: split the policy";
            case "maxLength" -> "longer than " + limit + " characters: shorten it";
            case "minimum" -> found(violation) + " is too small: give at least " + limit;
            case "maximum" -> found(violation) + " is too large: give at most " + limit;
            case "uniqueItems" -> "an entry is listed twice: keep one";
            default -> violation.getMessage();
        };
    }

    private List<String> keysKnownAt(ValidationMessage violation) {
        List<String> known = new ArrayList<>();
        besides(violation).path("properties").fieldNames().forEachRemaining(known::add);
        return known;
    }

    private String descriptionBeside(ValidationMessage violation) {
        return "write " + besides(violation).path("description").asText();
    }

    /** The schema object that the violated keyword stands in. */
    private JsonNode besides(ValidationMessage violation) {
        String fragment = violation.getSchemaLocation().getFragment().toString();
        return document.at(fragment.substring(0, fragment.lastIndexOf('/')));
    }

    private JsonNode resolve(String reference) {
        return document.at(reference.substring(1));
    }

    private static String given(ValidationMessage violation) {
        JsonNode instance = violation.getInstanceNode();
        return instance != null && instance.isTextual() ? "the text " + found(violation) : found(violation);
    }

    private static String found(ValidationMessage violation) {
        JsonNode instance = violation.getInstanceNode();
        if (instance == null || instance.isNull()) {
            return "nothing";
        }
        if (instance.isObject()) {
            return "a mapping";
        }
        return instance.isArray() ? "a list" : "'" + shortened(instance.asText()) + "'";
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    private static String expectedType(String type) {
        return switch (type) {
            case "object" -> "a mapping (key: value)";
            case "array" -> "a list (each entry begins with '- ')";
            case "string" -> "a text (put it into quotes)";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            default -> type;
        };
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static String words(JsonNode list) {
        return String.join(", ", texts(list));
    }
}
