package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads a policy document from the events of the YAML parser, which is the only level at which nothing has been
 * expanded yet: aliases are refused where they stand, so an alias bomb costs nothing. Plain scalars are resolved by
 * the core schema of YAML 1.2 (section 10.3.2), where {@code no} is a text and not false.
 */
final class YamlReader {
    static final int LONGEST = 1024 * 1024;
    static final int DEEPEST = 12;
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,15}\\.[0-9]{1,15}");

    private final PolicySource source;
    private final String[] lines;
    private final Map<String, Location> keys = new HashMap<>();
    private final Map<String, PositionedYaml.Place> values = new HashMap<>();

    private YamlReader(PolicySource source) {
        this.source = source;
        this.lines = source.text().split("\n", -1);
    }

    static PositionedYaml read(PolicySource source) throws PolicyRefusedException {
        YamlReader reader = new YamlReader(source);
        if (source.text().length() > LONGEST) {
            throw reader.refused(
                    Position.START,
                    "the document has " + source.text().length() + " characters: at most " + LONGEST
                            + " are read; move what belongs to another bot into a policy of its own");
        }
        try {
            return reader.document();
        } catch (MarkedYAMLException failure) {
            throw reader.refused(
                    position(failure.getProblemMark()),
                    "not YAML: " + failure.getProblem() + "; check the indentation and the quotes around here");
        } catch (ReaderException failure) {
            throw reader.refused(
                    reader.positionOf(failure.getPosition()),
                    "a character that YAML does not allow (U+%04X); remove it".formatted(failure.getCodePoint()));
        } catch (YAMLException failure) {
            throw reader.refused(
                    Position.START, "not YAML: " + failure.getMessage() + "; check the indentation and the quotes");
        }
    }

    private PositionedYaml document() throws PolicyRefusedException {
        Iterator<Event> events = new Yaml(new LoaderOptions())
                .parse(new StringReader(source.text()))
                .iterator();
        JsonNode tree = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && tree != null) {
                throw refused(
                        position(event.getStartMark()), "a second document begins here: write one policy per file");
            }
            if (event instanceof NodeEvent node) {
                tree = value("", node, events, 0);
            }
        }
        if (tree == null) {
            throw refused(Position.START, "the document is empty: a policy begins with 'apiVersion: surety.dev/v1'");
        }
        return new PositionedYaml(tree, keys, values);
    }

    private JsonNode value(String pointer, NodeEvent event, Iterator<Event> events, int depth)
            throws PolicyRefusedException {
        Position position = position(event.getStartMark());
        refuseWhatPoliciesDoNotNeed(event, position, depth);
        values.put(pointer, place(event, position));
        return switch (event) {
            case MappingStartEvent _ -> mapping(pointer, events, depth);
            case SequenceStartEvent _ -> sequence(pointer, events, depth);
            case ScalarEvent scalar -> scalar(scalar);
            default -> throw new IllegalStateException("not a node: " + event.getEventId());
        };
    }

    private void refuseWhatPoliciesDoNotNeed(NodeEvent event, Position position, int depth)
            throws PolicyRefusedException {
        if (event instanceof AliasEvent alias) {
            throw refused(position, "aliases are not read: write out what '*" + alias.getAnchor() + "' stands for");
        }
        if (event.getAnchor() != null) {
            throw refused(position, "anchors are not read: remove '&" + event.getAnchor() + "'");
        }
        String tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> null;
        };
        if (tag != null) {
            throw refused(position, "tags are not read: remove '" + tag + "'");
        }
        if (depth > DEEPEST) {
            throw refused(position, "nested deeper than " + DEEPEST + " levels: no part of a policy is that deep");
        }
    }

    private ObjectNode mapping(String pointer, Iterator<Event> events, int depth) throws PolicyRefusedException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Event event = events.next(); event instanceof NodeEvent keyEvent; event = events.next()) {
            Position position = position(keyEvent.getStartMark());
            if (!(keyEvent instanceof ScalarEvent key)) {
                throw refused(position, "a key has to be a word");
            }
            String member = PositionedYaml.member(pointer, key.getValue());
            Location first = keys.putIfAbsent(member, at(position));
            if (first != null) {
                throw refused(
                        position,
                        "'" + key.getValue() + "' is given twice, first in line "
                                + first.position().line() + ": keep one");
            }
            node.set(key.getValue(), value(member, (NodeEvent) events.next(), events, depth + 1));
        }
        return node;
    }

    private ArrayNode sequence(String pointer, Iterator<Event> events, int depth) throws PolicyRefusedException {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        for (Event event = events.next(); event instanceof NodeEvent item; event = events.next()) {
            node.add(value(PositionedYaml.item(pointer, node.size()), item, events, depth + 1));
        }
        return node;
    }

    private static JsonNode scalar(ScalarEvent event) {
        String text = event.getValue();
        if (event.getScalarStyle() != ScalarStyle.PLAIN) {
            return JsonNodeFactory.instance.textNode(text);
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> JsonNodeFactory.instance.nullNode();
            case "true", "True", "TRUE" -> JsonNodeFactory.instance.booleanNode(true);
            case "false", "False", "FALSE" -> JsonNodeFactory.instance.booleanNode(false);
            default -> numberOrText(text);
        };
    }

    private static JsonNode numberOrText(String text) {
        if (INTEGER.matcher(text).matches()) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
        }
        if (DECIMAL.matcher(text).matches()) {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    /** Texts on one line keep their columns; so do literal blocks, whose lines are those of the document. */
    private PositionedYaml.Place place(NodeEvent event, Position position) {
        if (!(event instanceof ScalarEvent scalar)) {
            return new PositionedYaml.Place(at(position), 0, 0);
        }
        return switch (scalar.getScalarStyle()) {
            case LITERAL -> literal(position);
            case FOLDED, JSON_SCALAR_STYLE -> new PositionedYaml.Place(at(position), 0, 0);
            case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED -> {
                boolean oneLine =
                        scalar.getStartMark().getLine() == scalar.getEndMark().getLine();
                int quote = scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
                yield oneLine
                        ? new PositionedYaml.Place(at(position), position.line(), position.column() + quote)
                        : new PositionedYaml.Place(at(position), 0, 0);
            }
        };
    }

    private PositionedYaml.Place literal(Position header) {
        // Lines count from 1, so this is the index of the line below the header.
        int first = header.line();
        if (first >= lines.length || lines[first].isBlank()) {
            return new PositionedYaml.Place(at(header), 0, 0);
        }
        int indentation = lines[first].length() - lines[first].stripLeading().length();
        return new PositionedYaml.Place(at(header), first + 1, indentation + 1);
    }

    private Location at(Position position) {
        return new Location(source.file(), position);
    }

    private Position positionOf(int offset) {
        String before =
                source.text().substring(0, Math.clamp(offset, 0, source.text().length()));
        int lastBreak = before.lastIndexOf('\n');
        return new Position(
                Math.toIntExact(before.chars().filter(c -> c == '\n').count()) + 1, before.length() - lastBreak);
    }

    private static Position position(Mark mark) {
        return mark == null ? Position.START : new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private PolicyRefusedException refused(Position position, String message) {
        return new PolicyRefusedException(List.of(new PolicyDiagnostic(source.file(), position, message)));
    }
}
