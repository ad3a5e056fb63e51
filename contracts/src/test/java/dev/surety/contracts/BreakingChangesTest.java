package dev.surety.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakingChangesTest {
    private static final String BEFORE = """
            {"type": "object", "required": ["a"],
             "properties": {"a": {"type": "string"}, "b": {"type": "string", "enum": ["x", "y"]}}}""";

    @Test
    void anAddedOptionalPropertyBreaksNobody() throws JsonProcessingException {
        assertThat(changesTo("""
                        {"type": "object", "required": ["a"],
                         "properties": {"a": {"type": "string"}, "b": {"type": "string", "enum": ["x", "y", "z"]},
                                        "c": {"type": "integer"}}}""")).isEmpty();
    }

    @Test
    void aPropertyThatIsGoneBreaksOldReaders() throws JsonProcessingException {
        assertThat(changesTo("""
                        {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}""")).containsExactly("/b: is gone");
    }

    @Test
    void anotherTypeBreaksOldReaders() throws JsonProcessingException {
        assertThat(changesTo("""
                        {"type": "object", "required": ["a"],
                         "properties": {"a": {"type": "integer"}, "b": {"type": "string", "enum": ["x", "y"]}}}""")).containsExactly("/a: type was \"string\" and is \"integer\"");
    }

    @Test
    void aNewlyRequiredPropertyBreaksOldRecords() throws JsonProcessingException {
        assertThat(changesTo("""
                        {"type": "object", "required": ["a", "b"],
                         "properties": {"a": {"type": "string"}, "b": {"type": "string", "enum": ["x", "y"]}}}""")).containsExactly("/b: is newly required");
    }

    @Test
    void aValueThatIsGoneBreaksOldRecords() throws JsonProcessingException {
        assertThat(changesTo("""
                        {"type": "object", "required": ["a"],
                         "properties": {"a": {"type": "string"}, "b": {"type": "string", "enum": ["x"]}}}""")).containsExactly("/b: the values [y] are gone");
    }

    private static List<String> changesTo(String after) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        return BreakingChanges.between(json.readTree(BEFORE), json.readTree(after));
    }
}
