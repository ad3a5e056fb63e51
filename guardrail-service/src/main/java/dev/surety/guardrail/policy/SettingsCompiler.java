package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the {@code checks} section: which checks look at an exchange, and what the policy says to each. */
final class SettingsCompiler {
    private static final String SECTION = "/checks";

    private final CheckCatalogue catalogue;
    private final PositionedYaml document;
    private final Diagnostics diagnostics;

    SettingsCompiler(CheckCatalogue catalogue, PositionedYaml document, Diagnostics diagnostics) {
        this.catalogue = catalogue;
        this.document = document;
        this.diagnostics = diagnostics;
    }

    Map<String, CheckSettings> compile() {
        Map<String, CheckSettings> settings = new LinkedHashMap<>();
        document.tree().at(SECTION).properties().forEach(entry -> {
            String pointer = PositionedYaml.member(SECTION, entry.getKey());
            Optional<Check> check = catalogue.named(entry.getKey());
            if (check.isEmpty()) {
                diagnostics.report(
                        document.keyPosition(pointer),
                        "unknown check '" + entry.getKey() + "': "
                                + Suggestion.mending(entry.getKey(), catalogue.names()));
                return;
            }
            settings.put(
                    entry.getKey(),
                    new CheckSettings(
                            members(pointer, entry.getValue(), check.get().settings())));
        });
        return settings;
    }

    private Map<String, Object> members(String pointer, JsonNode node, Map<String, Setting> known) {
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            String member = PositionedYaml.member(pointer, entry.getKey());
            Setting setting = known.get(entry.getKey());
            if (setting == null) {
                diagnostics.report(
                        document.keyPosition(member),
                        "unknown setting '" + entry.getKey() + "': "
                                + (known.isEmpty()
                                        ? "this check takes none"
                                        : Suggestion.mending(entry.getKey(), known.keySet())));
                return;
            }
            value(member, entry.getValue(), setting).ifPresent(value -> values.put(entry.getKey(), value));
        });
        return values;
    }

    private Optional<Object> value(String pointer, JsonNode node, Setting setting) {
        return switch (setting) {
            case Setting.WholeNumber(long least, long most) ->
                node.isIntegralNumber() && node.longValue() >= least && node.longValue() <= most
                        ? Optional.of(node.longValue())
                        : refused(pointer, "a whole number from " + least + " to " + most + " was expected");
            case Setting.Decimal(double least, double most) ->
                node.isNumber() && node.doubleValue() >= least && node.doubleValue() <= most
                        ? Optional.of(node.doubleValue())
                        : refused(pointer, "a number from " + least + " to " + most + " was expected");
            case Setting.Flag() ->
                node.isBoolean() ? Optional.of(node.booleanValue()) : refused(pointer, "true or false was expected");
            case Setting.Choice(Set<String> words) -> word(pointer, node, words).map(Object.class::cast);
            case Setting.Words(Set<String> words) ->
                list(pointer, node, item -> word(item.pointer(), item.node(), words));
            case Setting.Text(int longest) -> text(pointer, node, longest).map(Object.class::cast);
            case Setting.Texts(int longest) -> list(pointer, node, item -> text(item.pointer(), item.node(), longest));
            case Setting.Group(Map<String, Setting> known) ->
                node.isObject()
                        ? Optional.of(members(pointer, node, known))
                        : refused(pointer, "a mapping (key: value) was expected");
            case Setting.ByName(Setting each) -> byName(pointer, node, each);
        };
    }

    private Optional<String> word(String pointer, JsonNode node, Set<String> words) {
        if (node.isTextual() && (words.isEmpty() || words.contains(node.textValue()))) {
            return Optional.of(node.textValue());
        }
        return refused(
                pointer, "'" + node.asText() + "' is not known here: " + Suggestion.mending(node.asText(), words));
    }

    private Optional<String> text(String pointer, JsonNode node, int longest) {
        return node.isTextual() && node.textValue().length() <= longest
                ? Optional.of(node.textValue())
                : refused(pointer, "a text of at most " + longest + " characters was expected");
    }

    private Optional<Object> list(String pointer, JsonNode node, Function<Item, Optional<String>> read) {
        if (!node.isArray()) {
            return refused(pointer, "a list (each entry begins with '- ') was expected");
        }
        List<String> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            read.apply(new Item(PositionedYaml.item(pointer, i), node.get(i))).ifPresent(values::add);
        }
        return Optional.of(List.copyOf(values));
    }

    private Optional<Object> byName(String pointer, JsonNode node, Setting each) {
        if (!node.isObject()) {
            return refused(pointer, "a mapping (key: value) was expected");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> value(PositionedYaml.member(pointer, entry.getKey()), entry.getValue(), each)
                        .ifPresent(value -> values.put(entry.getKey(), value)));
        return Optional.of(values);
    }

    private <T> Optional<T> refused(String pointer, String message) {
        diagnostics.report(document.position(pointer), message);
        return Optional.empty();
    }

    private record Item(String pointer, JsonNode node) {}
}
