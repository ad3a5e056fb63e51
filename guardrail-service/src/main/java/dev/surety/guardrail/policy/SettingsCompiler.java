package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Reference;
import dev.surety.guardrail.evaluation.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the {@code checks} section: which checks look at an exchange, and what the policy says to each. */
final class SettingsCompiler {
    private static final String SECTION = "/checks";
    private static final String USE = "use";
    /** What is not a setting but says something about the check. */
    private static final Set<String> OWN = Set.of(USE, Profile.MEMBER, "overridable");

    private static final String TIMEOUT = "timeoutMs";
    private static final String DEFAULT_TIMEOUT = "/defaults/timeoutMs";

    private final CheckCatalogue catalogue;
    private final PositionedYaml document;
    private final Diagnostics diagnostics;
    private final PolicyLibrary library;
    private final Map<Pin, Reference> references = new TreeMap<>(Comparator.comparing(Pin::toString));

    SettingsCompiler(
            CheckCatalogue catalogue, PositionedYaml document, Diagnostics diagnostics, PolicyLibrary library) {
        this.library = library;
        this.catalogue = catalogue;
        this.document = document;
        this.diagnostics = diagnostics;
    }

    Map<String, CheckUse> compile() {
        Map<String, CheckUse> uses = new LinkedHashMap<>();
        document.tree().at(SECTION).properties().forEach(entry -> {
            String pointer = PositionedYaml.member(SECTION, entry.getKey());
            detector(pointer, entry.getKey(), entry.getValue())
                    .ifPresent(check -> uses.put(entry.getKey(), use(pointer, entry.getValue(), check)));
        });
        return uses;
    }

    private CheckUse use(String pointer, JsonNode node, Check check) {
        CheckSettings settings = new CheckSettings(settings(pointer, node, check));
        check.required().stream()
                .filter(name -> !node.has(name))
                .sorted()
                .forEach(name -> diagnostics.report(
                        document.keyPosition(pointer),
                        "setting '" + name + "' is missing: detector '" + check.name() + "' cannot work without it"));
        return new CheckUse(new Pin(check.name(), check.version()), settings, check.restsOn(settings));
    }

    /** The detector that a check uses: the one that it pins, or else the one of its own name. */
    private Optional<Check> detector(String pointer, String name, JsonNode node) {
        if (!node.has(USE)) {
            Optional<Check> check = catalogue.named(name);
            if (check.isEmpty()) {
                diagnostics.report(
                        document.keyPosition(pointer),
                        "unknown check '" + name + "': " + Suggestion.mending(name, catalogue.names())
                                + "; a check of another name says which detector it uses (use: name@version)");
            }
            return check;
        }
        Pin pin = Pin.of(node.path(USE).asText());
        Location location = document.position(PositionedYaml.member(pointer, USE));
        Optional<Check> check = catalogue.named(pin.name());
        if (check.isEmpty()) {
            diagnostics.report(
                    location,
                    "unknown detector '" + pin.name() + "': " + Suggestion.mending(pin.name(), catalogue.names()));
        } else if (check.get().version() != pin.version()) {
            diagnostics.report(
                    location,
                    "detector '" + pin.name() + "' has version " + check.get().version()
                            + " here, and the policy was written for version " + pin.version()
                            + ": run its tests with 'use: "
                            + pin.name() + "@" + check.get().version() + "', and pin that when they hold");
            return Optional.empty();
        }
        return check;
    }

    private Map<String, Object> settings(String pointer, JsonNode node, Check check) {
        Map<String, Object> settings =
                members(pointer, ((ObjectNode) node).deepCopy().without(OWN), check.settings());
        JsonNode patience = document.tree().at(DEFAULT_TIMEOUT);
        if (check.settings().containsKey(TIMEOUT) && patience.isIntegralNumber()) {
            settings.putIfAbsent(TIMEOUT, patience.longValue());
        }
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
            case Setting.References(Set<String> kinds) ->
                list(pointer, node, item -> reference(item.pointer(), item.node(), kinds));
        };
    }

    /** The reference documents that checks name; known after {@link #compile}. */
    Collection<Reference> references() {
        return references.values();
    }

    private Optional<Reference> reference(String pointer, JsonNode node, Set<String> kinds) {
        if (!node.isTextual() || !Pin.isPin(node.textValue())) {
            return refused(pointer, "a reference document and its version was expected, as 'general-terms@1'");
        }
        Pin pin = Pin.of(node.textValue());
        Optional<Reference> reference = library.reference(pin);
        if (reference.isEmpty()) {
            return refused(pointer, library.mendingReference(pin));
        }
        if (!kinds.isEmpty() && !kinds.contains(reference.get().kind())) {
            return refused(
                    pointer,
                    "'" + pin + "' is of kind " + reference.get().kind() + ": this setting takes "
                            + String.join(", ", Setting.sorted(kinds)));
        }
        references.put(pin, reference.get());
        return reference;
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

    private <T> Optional<Object> list(String pointer, JsonNode node, Function<Item, Optional<T>> read) {
        if (!node.isArray()) {
            return refused(pointer, "a list (each entry begins with '- ') was expected");
        }
        List<T> values = new ArrayList<>(node.size());
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
