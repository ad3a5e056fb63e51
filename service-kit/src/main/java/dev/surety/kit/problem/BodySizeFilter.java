package dev.surety.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.kit.KitConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers an announced body over the limit before a byte of it is read, with a problem instead of a bare status. */
@Singleton
public class BodySizeFilter {
    private static final int BEFORE_EVERYTHING = 1_000;

    private final long limit;
    private final ObjectMapper json;

    BodySizeFilter(KitConfig config, ObjectMapper json) {
        this.limit = config.maxBodySize().asLongValue();
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext context) {
        String announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null || fits(announced)) {
            context.next();
            return;
        }
        HttpServerResponse response =
                context.response().setStatusCode(413).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (context.request().version() != HttpVersion.HTTP_2) {
            // What is still on its way must not be taken for the next request; HTTP/2 has streams for that.
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        var _ = response.end(body());
    }

    private boolean fits(String announced) {
        try {
            return Long.parseLong(announced) <= limit;
        } catch (NumberFormatException malformed) {
            return false;
        }
    }

    private String body() {
        try {
            return json.writeValueAsString(Problems.bodyTooLarge(limit).problem());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
