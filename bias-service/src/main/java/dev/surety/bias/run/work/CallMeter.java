package dev.surety.bias.run.work;

import dev.surety.bias.metric.Verdict;
import dev.surety.bias.run.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Counts what runs do, for Prometheus. */
@Singleton
public class CallMeter {
    private final MeterRegistry registry;

    CallMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Answer answer, boolean recorded) {
        String outcome = switch (answer) {
            case Answer.Given _ -> "answered";
            case Answer.Missing missing -> missing.reason().name().toLowerCase(Locale.ROOT);
        };
        registry.counter("surety.bias.calls", "outcome", recorded ? outcome : "superseded")
                .increment();
        registry.timer("surety.bias.call").record(answer.latencyMillis(), TimeUnit.MILLISECONDS);
    }

    void ended(Verdict verdict) {
        registry.counter("surety.bias.runs", "verdict", verdict.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
