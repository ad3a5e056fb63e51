package dev.surety.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Carries the trace of a request over Kafka in the headers of W3C Trace Context. While tracing is off, which is the
 * default, nothing is written and every span is a no-op.
 */
@Singleton
public class EventTracing {
    private static final TextMapGetter<Headers> GETTER = new HeaderGetter();

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    EventTracing(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("dev.surety.kit.event");
        this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
    }

    /** Starts the span of sending to {@code topic} and writes its context into {@code headers}. */
    Span startSending(String topic, Headers headers) {
        Span span = tracer.spanBuilder("send " + topic)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .startSpan();
        propagator.inject(Context.current().with(span), headers, (carrier, key, value) -> {
            if (carrier != null) {
                var _ = carrier.remove(key).add(key, value.getBytes(UTF_8));
            }
        });
        return span;
    }

    /** Starts the span of handling what came from {@code topic}, as a child of the one in {@code headers}. */
    Span startHandling(String topic, Headers headers) {
        return tracer.spanBuilder("process " + topic)
                .setParent(propagator.extract(Context.current(), headers, GETTER))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .startSpan();
    }

    private static final class HeaderGetter implements TextMapGetter<Headers> {
        @Override
        public Iterable<String> keys(Headers headers) {
            List<String> keys = new ArrayList<>();
            headers.forEach(header -> keys.add(header.key()));
            return keys;
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String key) {
            Header header = headers == null ? null : headers.lastHeader(key);
            return header == null ? null : new String(header.value(), UTF_8);
        }
    }
}
