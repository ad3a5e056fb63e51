package dev.surety.bias.suite;

import dev.surety.bias.suite.YamlNode.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document from the parser's events. Anchors, aliases and tags are refused, so that a small document
 * cannot unfold into a huge one and nothing is ever constructed from a name in it.
 */
final class YamlReader {
    private static final int LONGEST_DOCUMENT = 256 * 1024;
    private static final int DEEPEST = 12;
    private static final int MOST_NODES = 20_000;

    private final Parser events;
    private int nodes;

    private YamlReader(Parser events) {
        this.events = events;
    }

    /**
     * The document in {@code text}.
     *
     * @throws InvalidSuiteException when it is not one well-formed YAML document within the limits
     */
    static YamlNode read(String text) {
        if (text.length() > LONGEST_DOCUMENT) {
            throw failure(new Place(1, 1), "the document has more than " + LONGEST_DOCUMENT + " characters");
        }
        try {
            return new YamlReader(new ParserImpl(new StreamReader(text), new LoaderOptions())).document();
        } catch (MarkedYAMLException malformed) {
            throw failure(place(malformed.getProblemMark()), "not well-formed YAML: " + malformed.getProblem());
        } catch (YAMLException malformed) {
            throw failure(new Place(1, 1), "not well-formed YAML: it contains a character that YAML does not allow");
        }
    }

    private YamlNode document() {
        skip(Event.ID.StreamStart);
        if (events.checkEvent(Event.ID.StreamEnd)) {
            throw failure(new Place(1, 1), "the document is empty");
        }
        skip(Event.ID.DocumentStart);
        YamlNode root = node(0);
        skip(Event.ID.DocumentEnd);
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw failure(place(events.peekEvent().getStartMark()), "a second document begins; one was expected");
        }
        return root;
    }

    private YamlNode node(int depth) {
        Event event = events.getEvent();
        Place place = place(event.getStartMark());
        nodes++;
        if (nodes > MOST_NODES || depth > DEEPEST) {
            throw failure(place, "the document is larger or nested deeper than a suite may be");
        }
        return switch (event) {
            case AliasEvent _ -> throw failure(place, "aliases are not allowed; write the value out");
            case NodeEvent node
            when node.getAnchor() != null -> throw failure(place, "anchors are not allowed; write the value out");
            case ScalarEvent scalar -> {
                refuseTag(scalar.getTag(), place);
                yield new YamlNode.Scalar(place, scalar.getValue());
            }
            case SequenceStartEvent start -> {
                refuseTag(start.getTag(), place);
                yield new YamlNode.Items(place, items(depth));
            }
            case MappingStartEvent start -> {
                refuseTag(start.getTag(), place);
                yield new YamlNode.Fields(place, fields(depth));
            }
            default -> throw failure(place, "a value was expected");
        };
    }

    private List<YamlNode> items(int depth) {
        List<YamlNode> items = new ArrayList<>();
        while (!(events.peekEvent() instanceof SequenceEndEvent)) {
            items.add(node(depth + 1));
        }
        skip(Event.ID.SequenceEnd);
        return items;
    }

    private Map<String, YamlNode.Field> fields(int depth) {
        Map<String, YamlNode.Field> fields = new LinkedHashMap<>();
        while (!(events.peekEvent() instanceof MappingEndEvent)) {
            if (!(node(depth + 1) instanceof YamlNode.Scalar key)) {
                throw failure(place(events.peekEvent().getStartMark()), "a key has to be plain text");
            }
            if (fields.putIfAbsent(key.text(), new YamlNode.Field(key.place(), node(depth + 1))) != null) {
                throw failure(key.place(), "the key " + key.text() + " appears twice");
            }
        }
        skip(Event.ID.MappingEnd);
        return fields;
    }

    private void skip(Event.ID expected) {
        Event event = events.getEvent();
        if (!event.is(expected)) {
            throw failure(place(event.getStartMark()), "a YAML document was expected");
        }
    }

    private static void refuseTag(@Nullable String tag, Place place) {
        if (Optional.ofNullable(tag).isPresent()) {
            throw failure(place, "tags are not allowed");
        }
    }

    private static Place place(@Nullable Mark mark) {
        return mark == null ? new Place(1, 1) : new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static InvalidSuiteException failure(Place place, String message) {
        return new InvalidSuiteException(List.of(new SuiteDiagnostic(place.line(), place.column(), "", message)));
    }
}
