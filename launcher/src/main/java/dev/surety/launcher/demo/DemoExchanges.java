package dev.surety.launcher.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.surety.launcher.server.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the exchanges that are bundled with the launcher, one file per industry and channel. */
public final class DemoExchanges {
    private static final String FOLDER = "exchanges";
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private DemoExchanges() {}

    /** All bundled exchanges, file by file in the order of their names. */
    public static List<DemoExchange> bundled() {
        URL folder = DemoExchanges.class.getResource(FOLDER);
        if (folder == null) {
            throw new LaunchFailure("The launcher's jar has no demo exchanges.");
        }
        try {
            URI uri = folder.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    return readAll(jar.provider().getPath(uri));
                }
            }
            return readAll(Path.of(uri));
        } catch (IOException | URISyntaxException e) {
            throw new LaunchFailure("The demo exchanges cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<DemoExchange> readAll(Path folder) throws IOException {
        List<DemoExchange> exchanges = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                exchanges.addAll(parse(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8)));
            }
        }
        return List.copyOf(exchanges);
    }

    /** Reads one file; a mistake is reported with the file and the line. */
    static List<DemoExchange> parse(String file, String text) {
        try {
            return YAML.readValue(text, new TypeReference<List<DemoExchange>>() {});
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new LaunchFailure("%s, line %d: %s".formatted(file, line, e.getOriginalMessage()), e);
        }
    }
}
