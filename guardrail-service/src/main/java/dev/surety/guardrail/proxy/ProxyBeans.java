package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.decision.DecisionService;
import dev.surety.guardrail.decision.PartialAnswers;
import dev.surety.guardrail.proxy.upstream.Upstream;
import dev.surety.guardrail.proxy.upstream.UpstreamClient;
import dev.surety.guardrail.stream.StreamService;
import dev.surety.kit.time.Identifiers;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Puts the parts of the proxy together. */
class ProxyBeans {
    @Produces
    @Singleton
    UpstreamClient upstreams(GuardrailConfig config) {
        return new UpstreamClient(config.proxy().upstreams().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> upstream(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Upstream upstream(String name, GuardrailConfig.Proxy.Upstream given) {
        return new Upstream(
                name,
                given.url(),
                given.key().orElse(null),
                given.models(),
                given.tenants().orElse(Set.of()),
                new Upstream.Patience(
                        given.connectTimeout(), given.firstByteTimeout(), given.idleTimeout(), given.totalTimeout()),
                given.maxSize().asLongValue());
    }

    @Produces
    @Singleton
    ChatRequestReader reader(GuardrailConfig config, ObjectMapper json, Identifiers identifiers) {
        GuardrailConfig.Proxy proxy = config.proxy();
        return new ChatRequestReader(
                json,
                identifiers::next,
                new ChatRequestReader.Defaults(proxy.channel(), proxy.locale(), proxy.choices()));
    }

    @Produces
    @Singleton
    ProxyService.Judging judging(
            DecisionService decisions, StreamService streams, PartialAnswers answers, ObjectMapper json, Clock clock) {
        return new ProxyService.Judging(decisions, streams, answers, json, clock);
    }
}
