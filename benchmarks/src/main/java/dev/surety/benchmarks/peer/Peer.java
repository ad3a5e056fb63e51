package dev.surety.benchmarks.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;

/** The peer in a Node process of its own, asked one text at a time; it measures itself, so pipes do not count. */
final class Peer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    Peer(Path folder) throws IOException {
        process = new ProcessBuilder("node", "guard.mjs")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = process.outputWriter(UTF_8);
        answers = process.inputReader(UTF_8);
    }

    Verdict judge(String text) throws IOException {
        questions.write(JSON.writeValueAsString(text));
        questions.newLine();
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the peer has ended; was 'npm ci' run in benchmarks/peer?");
        }
        JsonNode verdict = JSON.readTree(answer);
        return new Verdict(
                verdict.path("nanos").asLong(),
                verdict.path("injection").asBoolean(),
                verdict.path("personalData").asBoolean());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
