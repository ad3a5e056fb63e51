package dev.surety.escalation.feed.rest;

import dev.surety.escalation.EscalationConfig;
import dev.surety.escalation.feed.FeedService;
import dev.surety.escalation.feed.FeedService.Batch;
import dev.surety.escalation.session.SessionService;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problems;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/**
 * The live feed (HTML Standard, server-sent events). Each event has its place in the feed as id, so a browser that lost
 * the line goes on where it stopped. The next batch is only fetched when the last one was written: a slow reader slows
 * down nobody else, and fills no memory.
 */
@Path("/v1/stream")
@RolesAllowed({Roles.AGENT, Roles.LEAD, Roles.REVIEWER, Roles.COMPLIANCE, Roles.AUDITOR})
@Tag(name = "Stream")
public class StreamResource {
    private static final String CASE = "case";
    private static final String HEARTBEAT = "heartbeat";
    private static final String RESYNC = "resync";

    private final FeedService feed;
    private final SessionService session;
    private final Clock clock;
    private final ExecutorService threads;
    private final Duration heartbeat;

    StreamResource(
            FeedService feed,
            SessionService session,
            Clock clock,
            @VirtualThreads ExecutorService threads,
            EscalationConfig config) {
        this.feed = feed;
        this.session = session;
        this.clock = clock;
        this.threads = threads;
        this.heartbeat = config.feed().heartbeat();
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            summary = "What changes, as it happens",
            description = "event case: {feedSeq, caseId, type, version}; heartbeat: nothing happened; resync: the"
                    + " cursor is too old, read everything anew. Resume with Last-Event-ID or cursor. The stream"
                    + " ends when the token expires.")
    public Multi<OutboundSseEvent> stream(
            @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context Sse sse) {
        String tenant = session.tenant();
        Instant end = session.expiresAt();
        long start = start(tenant, lastEventId, cursor);
        Multi<OutboundSseEvent> greeting =
                Multi.createFrom().item(event(sse, HEARTBEAT, start, new PositionView(start)));
        Multi<OutboundSseEvent> changes = Multi.createBy()
                .repeating()
                .<AtomicLong, Batch>uni(
                        () -> new AtomicLong(start),
                        position -> Uni.createFrom()
                                .item(() -> next(tenant, position, end))
                                .runSubscriptionOn(threads))
                .whilst(batch -> !(batch instanceof Batch.End))
                .onItem()
                .transformToIterable(batch -> events(sse, batch));
        return Multi.createBy().concatenating().streams(greeting, changes);
    }

    private long start(String tenant, @Nullable String lastEventId, @Nullable String cursor) {
        @Nullable String given = lastEventId != null && !lastEventId.isBlank() ? lastEventId : cursor;
        if (given == null || given.isBlank()) {
            return feed.head(tenant);
        }
        try {
            return Math.max(0, Long.parseLong(given.strip()));
        } catch (NumberFormatException malformed) {
            throw Problems.invalidValue("cursor", "the id of an event of this stream was expected");
        }
    }

    private Batch next(String tenant, AtomicLong position, Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        if (!left.isPositive()) {
            return new Batch.End(position.get());
        }
        try {
            Batch batch = feed.after(tenant, position.get(), left.compareTo(heartbeat) < 0 ? left : heartbeat);
            position.set(batch.cursor());
            return batch;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Batch.End(position.get());
        }
    }

    private static List<OutboundSseEvent> events(Sse sse, Batch batch) {
        return switch (batch) {
            case Batch.Following following
            when following.entries().isEmpty() ->
                List.of(event(sse, HEARTBEAT, batch.cursor(), new PositionView(batch.cursor())));
            case Batch.Following following ->
                following.entries().stream()
                        .map(entry -> event(sse, CASE, entry.sequence(), FeedEventView.of(entry)))
                        .toList();
            case Batch.Lost lost -> List.of(event(sse, RESYNC, lost.cursor(), new PositionView(lost.cursor())));
            case Batch.End _ -> List.of();
        };
    }

    private static OutboundSseEvent event(Sse sse, String name, long id, Object data) {
        return sse.newEventBuilder()
                .name(name)
                .id(Long.toString(id))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(data)
                .build();
    }
}
