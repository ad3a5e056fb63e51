package dev.surety.bias.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The suites that come with the service; all of them are read at start, so that a broken one is noticed then. */
@ApplicationScoped
public class SuiteService {
    private static final List<String> SHIPPED = List.of("goodwill-refund");

    private final Map<String, ShippedSuite> suites;

    SuiteService() {
        Map<String, ShippedSuite> read = new LinkedHashMap<>();
        for (String id : SHIPPED) {
            String document = document(id);
            read.put(id, new ShippedSuite(SuiteParser.parse(document), document));
        }
        this.suites = Collections.unmodifiableMap(read);
    }

    /** A suite and the document that it was read from. */
    public record ShippedSuite(Suite suite, String document) {}

    /** All shipped suites. */
    public List<ShippedSuite> all() {
        return List.copyOf(suites.values());
    }

    /** The shipped suite of that id. */
    public Optional<ShippedSuite> find(String id) {
        return Optional.ofNullable(suites.get(id));
    }

    private static String document(String id) {
        String resource = "/suites/" + id + ".yaml";
        try (InputStream in = SuiteService.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in this build");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
