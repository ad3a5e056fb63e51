package dev.surety.guardrail.stream;

import dev.surety.guardrail.proxy.ScriptedModel;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** An installation whose {@code flowing-bot} has a policy that streams sentence by sentence, and which has models. */
public final class StreamingPolicies implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        String upstream = "guardrail.proxy.upstreams.\"scripted\".";
        Map<String, String> configuration = new HashMap<>();
        configuration.put(
                "guardrail.policy.directory",
                Path.of("src/test/resources/streaming").toAbsolutePath().toString());
        configuration.put("guardrail.streams.idle", "2s");
        configuration.put(upstream + "url", ScriptedModel.start() + "/v1");
        configuration.put(upstream + "key", "key-of-the-model");
        configuration.put(upstream + "models", String.join(",", ScriptedModel.MODELS));
        configuration.put(upstream + "first-byte-timeout", "1500ms");
        configuration.put(upstream + "idle-timeout", "1s");
        configuration.put("guardrail.proxy.upstreams.\"gone\".url", "http://127.0.0.1:1/v1");
        configuration.put("guardrail.proxy.upstreams.\"gone\".models", "gone");
        configuration.put("guardrail.proxy.upstreams.\"others\".url", "http://127.0.0.1:1/v1");
        configuration.put("guardrail.proxy.upstreams.\"others\".models", "of-globex");
        configuration.put("guardrail.proxy.upstreams.\"others\".tenants", "globex");
        return configuration;
    }
}
