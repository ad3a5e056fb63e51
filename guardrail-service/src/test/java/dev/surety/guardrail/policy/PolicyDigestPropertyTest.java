package dev.surety.guardrail.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.CanonicalJson;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.testing.FakeCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The digest of a policy is one of its meaning: layout does not change it, and everything else does. */
class PolicyDigestPropertyTest {
    private static final PolicyCompiler COMPILER =
            new PolicyCompiler(FakeCheck.catalogue(FakeCheck.words(900, "secret")), new CelConditionEngine());
    private static final String POLICY = read();
    private static final String DIGEST = digest(POLICY);

    @Property(tries = 300)
    void staysWhateverTheLayoutIs(@ForAll long seed) throws PolicyRefusedException {
        Random random = new Random(seed);
        StringBuilder out = new StringBuilder("# written in another way\n");
        write(YamlReader.read(new PolicySource("p", POLICY)).tree(), 0, random, out);

        assertThat(digest(out.toString())).as(out.toString()).isEqualTo(DIGEST);
    }

    @Property(tries = 300)
    void changesWithEveryWord(@ForAll @IntRange(min = 0, max = 1_000_000) int choice) {
        List<String> words = new ArrayList<>();
        POLICY.lines().forEach(line -> words.addAll(List.of(line.split("(?<=[\\[\\]{},: ])|(?=[\\[\\]{},: ])"))));
        List<String> values = words.stream()
                .filter(word -> word.matches("[A-Za-z0-9]{2,}"))
                .distinct()
                .toList();
        String word = values.get(choice % values.size());
        String changed = POLICY.replaceFirst("\\b" + word + "\\b", word + "7");

        try {
            assertThat(COMPILER.compile(new PolicySource("p", changed))
                            .identity()
                            .digest())
                    .as(word)
                    .isNotEqualTo(DIGEST);
        } catch (PolicyRefusedException refused) {
            assertThat(refused.diagnostics()).as(word).isNotEmpty();
        }
    }

    /** Members in any order; mappings and lists in block or flow style; texts in any quotes that hold them. */
    private static void write(JsonNode node, int depth, Random random, StringBuilder out) {
        if (!node.isContainerNode() || node.isEmpty() || random.nextInt(4) == 0) {
            flow(node, random, out);
            out.append(random.nextBoolean() ? "   # here\n" : "\n");
            return;
        }
        String indentation = "  ".repeat(depth);
        if (node.isArray()) {
            for (JsonNode item : node) {
                out.append(indentation).append("- ");
                flow(item, random, out);
                out.append('\n');
            }
            return;
        }
        for (Map.Entry<String, JsonNode> member : shuffled(node, random)) {
            out.append(indentation).append(member.getKey()).append(':');
            boolean block =
                    member.getValue().isContainerNode() && !member.getValue().isEmpty() && random.nextBoolean();
            out.append(block ? "\n" : " ");
            if (block) {
                StringBuilder below = new StringBuilder();
                write(member.getValue(), depth + 1, random, below);
                // What came out in flow style stands on a line of its own, deeper than its key.
                out.append(below.toString().startsWith("  ") ? "" : "  ".repeat(depth + 1))
                        .append(below);
            } else {
                flow(member.getValue(), random, out);
                out.append('\n');
            }
        }
    }

    private static void flow(JsonNode node, Random random, StringBuilder out) {
        if (node.isObject()) {
            List<String> members = new ArrayList<>();
            shuffled(node, random).forEach(member -> {
                StringBuilder value = new StringBuilder();
                flow(member.getValue(), random, value);
                members.add(member.getKey() + ": " + value);
            });
            out.append('{')
                    .append(String.join(random.nextBoolean() ? ", " : " ,  ", members))
                    .append('}');
        } else if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> {
                StringBuilder value = new StringBuilder();
                flow(item, random, value);
                items.add(value.toString());
            });
            out.append('[').append(String.join(", ", items)).append(']');
        } else if (node.isTextual()) {
            out.append(
                    random.nextBoolean()
                            ? CanonicalJson.write(node)
                            : "'" + node.textValue().replace("'", "''") + "'");
        } else {
            out.append(node.asText()).append(node.isBigDecimal() && random.nextBoolean() ? "0" : "");
        }
    }

    private static List<Map.Entry<String, JsonNode>> shuffled(JsonNode node, Random random) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
        Collections.shuffle(members, random);
        return members;
    }

    private static String digest(String policy) {
        try {
            return COMPILER.compile(new PolicySource("p", policy)).identity().digest();
        } catch (PolicyRefusedException refused) {
            throw new AssertionError(refused.getMessage() + "\n" + policy, refused);
        }
    }

    private static String read() {
        try {
            return Files.readString(Path.of("src/test/resources/policies/accepted/policy.yaml"));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
