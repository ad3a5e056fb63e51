package dev.surety.guardrail.stream.rest;

import dev.surety.contracts.ProblemTypes;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.NotRecordedException;
import dev.surety.guardrail.decision.rest.EvaluationRequest;
import dev.surety.guardrail.decision.rest.EvaluationResource;
import dev.surety.guardrail.decision.rest.ExchangeReader;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyService;
import dev.surety.guardrail.stream.NumberedStream;
import dev.surety.guardrail.stream.OpenStreams;
import dev.surety.guardrail.stream.StreamService;
import dev.surety.guardrail.stream.StreamedAnswer;
import dev.surety.kit.identity.Caller;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.ProblemException;
import dev.surety.kit.problem.Problems;
import dev.surety.kit.time.Identifiers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Judges answers while a bot writes them. A stream lives on the replica that opened it: its pieces have to go there,
 * and another replica does not know it.
 */
@Path("/v1/streams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.INTEGRATOR)
@Tag(name = "Streams")
public class StreamResource {
    private final StreamService service;
    private final OpenStreams streams;
    private final PolicyService policies;
    private final Caller caller;
    private final EvaluationResource.Surroundings surroundings;

    StreamResource(
            StreamService service,
            OpenStreams streams,
            PolicyService policies,
            Caller caller,
            EvaluationResource.Surroundings surroundings) {
        this.service = service;
        this.streams = streams;
        this.policies = policies;
        this.caller = caller;
        this.surroundings = surroundings;
    }

    @POST
    @Operation(
            operationId = "openStream",
            summary = "Begin an answer that is judged while it is being written",
            description = "The body is that of a decision at stage output, without response.content. The same requestId"
                    + " again finds the same stream.")
    @APIResponse(responseCode = "201", description = "The stream is open.")
    @APIResponse(responseCode = "400", description = "A value is missing or not allowed; errors name each by pointer.")
    @APIResponse(responseCode = "422", description = "The requestId came before, with another body.")
    @APIResponse(
            responseCode = "429",
            description = "Too many streams are under way; Retry-After says when to come back.")
    public Response open(@Nullable EvaluationRequest body) {
        String tenant = caller.tenant();
        EvaluationRequest opening = opening(body);
        ExchangeReader.Read read = ExchangeReader.read(opening, surroundings.limits(), surroundings.today());
        Policy policy = policies.inForce(tenant, read.bot());
        StreamedAnswer answer = service.begin(
                read.exchange(),
                policy,
                text -> new Evaluation.Request(
                        tenant, read.requestId(), surroundings.digest(withContent(opening, text)), read.bot()));
        UUID id = Identifiers.named(tenant, "stream " + read.requestId());
        String digest = surroundings.digest(opening);
        NumberedStream stream = streams.open(new NumberedStream(
                        id, tenant, digest, answer, surroundings.limits().textLength()))
                .orElseThrow(StreamResource::tooMany);
        if (!stream.openingDigest().equals(digest)) {
            throw contradiction("This requestId has a stream already, with another body. Use a requestId of its own.");
        }
        return Response.created(URI.create("/v1/streams/" + id))
                .entity(StreamView.of(stream))
                .build();
    }

    @POST
    @Path("{id}/chunks")
    @Operation(
            operationId = "continueStream",
            summary = "Hand in the next piece of the answer",
            description =
                    "Show the customer nothing but what the answers to these calls say. The last answer carries the"
                            + " decision; where the answer has to be replaced, that may be before the last piece.")
    @APIResponse(responseCode = "200", description = "What may be shown now.")
    @APIResponse(responseCode = "400", description = "A value is missing or not allowed; errors name each by pointer.")
    @APIResponse(
            responseCode = "404",
            description = "No such stream of this tenant on this replica, or it fell silent.")
    @APIResponse(responseCode = "409", description = "Another piece was expected, or the stream has ended.")
    @APIResponse(responseCode = "422", description = "The piece came before, with another text.")
    @APIResponse(responseCode = "503", description = "The decision could not be recorded; send the piece again.")
    public ChunkView next(@PathParam("id") String id, @Nullable StreamChunk chunk) {
        NumberedStream stream = find(caller.tenant(), id);
        NumberedStream.Piece piece = ChunkReader.read(chunk);
        try {
            return switch (stream.take(piece)) {
                case NumberedStream.Taken taken -> ChunkView.of(piece.number(), taken);
                case NumberedStream.OutOfTurn(int expected) ->
                    throw conflict("Piece " + expected + " is the next one. Send the pieces in order, each once.");
                case NumberedStream.Over() ->
                    throw conflict("The stream has ended with a decision. Begin another one for the next answer.");
                case NumberedStream.Contradiction() ->
                    throw contradiction("Piece " + piece.number() + " came before, with another text or end.");
                case NumberedStream.TooLong(int longest) ->
                    throw Problems.invalidValue(
                            "/delta",
                            "an answer has at most " + longest + " characters; end the stream with what it has");
                case NumberedStream.BrokenCharacter() ->
                    throw Problems.invalidValue(
                            "/delta",
                            "half of a surrogate pair has no other half: pieces may be cut anywhere, but whole");
                case NumberedStream.Empty() ->
                    throw Problems.invalidValue("/delta", "an answer has to say something before it ends");
            };
        } catch (NotRecordedException failure) {
            throw surroundings.notRecorded(stream.policy(), stream.conversation());
        }
    }

    private NumberedStream find(String tenant, String id) {
        try {
            return streams.find(tenant, UUID.fromString(id)).orElseThrow(() -> Problems.notFound("stream"));
        } catch (IllegalArgumentException malformed) {
            throw Problems.notFound("stream");
        }
    }

    /** The body as a whole exchange, because it is held to the same rules; what the bot says follows in pieces. */
    private static EvaluationRequest opening(@Nullable EvaluationRequest body) {
        if (body == null) {
            throw Problems.invalidValue("", "a JSON object is required");
        }
        if (body.stage() != null && !body.stage().equals("output")) {
            throw Problems.invalidValue("/stage", "output is the only stage of a stream; it may be left out");
        }
        EvaluationRequest.ResponsePart response = body.response();
        if (response != null && response.content() != null) {
            throw Problems.invalidValue("/response/content", "nothing was expected: the answer follows in pieces");
        }
        return withContent(body, ".");
    }

    private static EvaluationRequest withContent(EvaluationRequest body, String content) {
        EvaluationRequest.ResponsePart response = body.response();
        return new EvaluationRequest(
                body.requestId(),
                body.bot(),
                "output",
                body.conversation(),
                body.customer(),
                body.messages(),
                new EvaluationRequest.ResponsePart(
                        content,
                        response == null ? null : response.model(),
                        response == null ? null : response.promptVersion()),
                body.context(),
                body.attributes(),
                body.options());
    }

    private static ProblemException conflict(String detail) {
        return Problems.conflict(ProblemTypes.CONFLICT, "Not the piece that was expected", detail);
    }

    private static ProblemException contradiction(String detail) {
        return new ProblemException(
                new Problem(ProblemTypes.IDEMPOTENCY_CONFLICT, "Said otherwise before", 422, detail));
    }

    private static ProblemException tooMany() {
        return new ProblemException(
                new Problem(
                        ProblemTypes.TOO_MANY_REQUESTS,
                        "Too many streams",
                        429,
                        "As many streams are under way as this replica takes. End some, or try again after the time in"
                                + " Retry-After."),
                Map.of("Retry-After", "1"));
    }
}
