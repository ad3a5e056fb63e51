package dev.surety.kit.problem;

import dev.surety.contracts.ProblemTypes;
import dev.surety.kit.SampleEvents;
import dev.surety.kit.database.DatabaseUnavailableException;
import dev.surety.kit.event.EventProducer;
import dev.surety.kit.identity.Caller;
import dev.surety.kit.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The calls that the tests of the mapper need. */
@Path("/sample")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SampleResource {
    private final Caller caller;
    private final EventProducer producer;

    SampleResource(Caller caller, EventProducer producer) {
        this.caller = caller;
        this.producer = producer;
    }

    public record Order(String item, int pieces, List<Line> lines) {
        public Order {
            if (pieces < 1) {
                throw new IllegalArgumentException("pieces is " + pieces + ": 1 or more was expected");
            }
            lines = List.copyOf(lines);
        }
    }

    public record Line(String text) {
        public Line {
            Objects.requireNonNull(text, "text");
        }
    }

    public record Who(String name, String tenant, List<String> roles) {}

    @POST
    @PermitAll
    public Order echo(Order order) {
        return order;
    }

    @GET
    @Path("/who")
    @RolesAllowed(Roles.INTEGRATOR)
    public Who who() {
        return new Who(
                caller.name(), caller.tenant(), caller.roles().stream().sorted().toList());
    }

    @POST
    @Path("/events/{conversation}")
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    public void send(@PathParam("conversation") String conversation) {
        producer.send(conversation, SampleEvents.claim(UUID.randomUUID(), conversation, "ana"))
                .join();
    }

    @GET
    @Path("/failures/{kind}")
    @PermitAll
    public Order fail(@PathParam("kind") String kind) {
        throw switch (kind) {
            case "fault" -> new IllegalStateException("password=hunter2");
            case "database" -> new DatabaseUnavailableException(new SQLException("connection refused"));
            case "claimed" ->
                new ProblemException(new Problem(ProblemTypes.ALREADY_CLAIMED, "Already claimed", 409, "By Ana.")
                        .with("owner", "ana"));
            default -> Problems.notFound("sample");
        };
    }
}
