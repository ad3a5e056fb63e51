package dev.surety.bias.metric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Reads the files in {@code src/test/resources/oracles}. */
public final class Oracles {
    private Oracles() {}

    public static JsonNode read(String name) {
        try (InputStream in = Oracles.class.getResourceAsStream("/oracles/" + name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
