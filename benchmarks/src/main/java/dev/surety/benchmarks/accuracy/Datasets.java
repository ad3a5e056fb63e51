package dev.surety.benchmarks.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The data files of a folder, row by row. */
public final class Datasets {
    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();
    private final CsvMapper csv = new CsvMapper();

    public Datasets(Path folder) {
        this.folder = folder;
    }

    /** The rows of a table with a header; quoted fields may hold line breaks. */
    public List<Map<String, String>> table(String file, char separator) {
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
        try (MappingIterator<Map<String, String>> rows =
                csv.readerForMapOf(String.class).with(schema).readValues(read(file))) {
            return rows.readAll();
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
    }

    /** A whole JSON file. */
    public JsonNode json(String file) {
        try {
            return json.readTree(read(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
    }

    /** One JSON value per line. */
    public List<JsonNode> jsonLines(String file) {
        List<JsonNode> values = new ArrayList<>();
        for (String line : read(file).lines().toList()) {
            if (!line.isBlank()) {
                try {
                    values.add(json.readTree(line));
                } catch (IOException failure) {
                    throw new UncheckedIOException(file + " cannot be read", failure);
                }
            }
        }
        return values;
    }

    /** A text file as it is. */
    public String text(String file) {
        return read(file);
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(folder.resolve(file) + " cannot be read", failure);
        }
    }
}
