package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.decision.DecisionService;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.NotRecordedException;
import dev.surety.guardrail.decision.PartialAnswers;
import dev.surety.guardrail.decision.rest.EvaluationRequest;
import dev.surety.guardrail.decision.rest.EvaluationResource;
import dev.surety.guardrail.decision.rest.ExchangeReader;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyService;
import dev.surety.guardrail.proxy.upstream.Upstream;
import dev.surety.guardrail.proxy.upstream.UpstreamAnswer;
import dev.surety.guardrail.proxy.upstream.UpstreamClient;
import dev.surety.guardrail.proxy.upstream.UpstreamFailure;
import dev.surety.guardrail.stream.StreamService;
import dev.surety.kit.time.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers chat completion requests: the customer's words are judged, the model is asked, its answer is judged. */
@ApplicationScoped
public class ProxyService {
    private static final Logger LOG = Logger.getLogger(ProxyService.class);

    private final UpstreamClient upstreams;
    private final PolicyService policies;
    private final Judging judging;
    private final ChatRequestReader reader;
    private final EvaluationResource.Surroundings surroundings;

    ProxyService(
            UpstreamClient upstreams,
            PolicyService policies,
            Judging judging,
            ChatRequestReader reader,
            EvaluationResource.Surroundings surroundings) {
        this.upstreams = upstreams;
        this.policies = policies;
        this.judging = judging;
        this.reader = reader;
        this.surroundings = surroundings;
    }

    /** What judges, and what it is written down with. */
    public record Judging(
            DecisionService decisions, StreamService streams, PartialAnswers answers, ObjectMapper json, Clock clock) {}

    /** The models that a tenant may use, by name, and whose they are. */
    public Map<String, String> models(String tenant) {
        return upstreams.models(tenant);
    }

    /**
     * Reads a request and decides about the customer's words.
     *
     * @throws ChatFailure when the request cannot be answered
     * @throws NotRecordedException when the decision could not be recorded
     */
    public Admission admit(String tenant, @Nullable JsonNode body) throws ChatFailure, NotRecordedException {
        ChatRequest request = reader.read(body);
        Upstream upstream = upstreams
                .serving(tenant, request.model())
                .orElseThrow(() -> new ChatFailure(
                        404,
                        "model_not_found",
                        "model",
                        "There is no model of this name for you; GET /v1/models lists them."));
        EvaluationRequest asked = request.at("input", ":input", null);
        ExchangeReader.Read input = ExchangeReader.read(asked, surroundings.limits(), surroundings.today());
        ExchangeReader.Read output = ExchangeReader.read(
                request.at("output", AnswerJudge.suffix(0), "."), surroundings.limits(), surroundings.today());
        Policy policy = policies.inForce(tenant, input.bot());
        Evaluation decided = judging.decisions()
                .decide(
                        new Evaluation.Request(tenant, input.requestId(), surroundings.digest(asked), input.bot()),
                        input.exchange(),
                        policy);
        ObjectNode prompt = new JudgedPrompt(judging.answers(), policy, input.exchange())
                .apply(request, decided.decision().delivered().text());
        return new Admission(tenant, request, policy, decided, prompt, output.exchange(), upstream);
    }

    /**
     * Asks the model.
     *
     * @throws ChatFailure when it does not begin to answer
     */
    public UpstreamAnswer ask(Admission admission, UpstreamAnswer.Waiting waiting) throws ChatFailure {
        try {
            return upstreams.ask(admission.upstream(), admission.prompt().toString(), admission.isStreaming(), waiting);
        } catch (UpstreamFailure failure) {
            throw failed(admission, failure);
        }
    }

    /** The completion of a request whose customer gets a text of the policy's. */
    public ObjectNode replaced(Admission admission) {
        ChatWords words = words(admission);
        ObjectNode completion = words.completion();
        String text = admission.input().decision().delivered().text();
        completion.putArray("choices").add(words.choice(0, text, null, Texts.FILTERED));
        completion
                .putObject("usage")
                .put("prompt_tokens", 0)
                .put("completion_tokens", 0)
                .put("total_tokens", 0);
        return words.with(completion, List.of(admission.input()));
    }

    /** The same as a stream. */
    public List<ObjectNode> replacedInPieces(Admission admission) {
        ChatWords words = words(admission);
        String text = admission.input().decision().delivered().text();
        return List.of(
                words.chunk(0, words.beginning(), null),
                words.chunk(0, words.content(text), null),
                words.with(words.chunk(0, words.nothing(), Texts.FILTERED), List.of(admission.input())));
    }

    /** Streams the model's answer as far as it is released; what goes wrong is said in the stream. */
    public void stream(Admission admission, UpstreamAnswer answer, ChatSink sink) {
        new ChatStreaming(judge(admission), words(admission), judging.json(), admission.input(), choices(admission))
                .run(answer, sink)
                .ifPresent(failure -> log(admission, failure));
    }

    /**
     * The model's answer as a whole.
     *
     * @throws ChatFailure when it is none, or was replaced and the caller wants that to be an error
     * @throws NotRecordedException when a decision could not be recorded
     */
    public ObjectNode complete(Admission admission, UpstreamAnswer answer) throws ChatFailure, NotRecordedException {
        try (answer) {
            JsonNode given = completion(answer);
            ChatWords words = words(admission);
            words.heed(given);
            ObjectNode completion = words.completion();
            ArrayNode choices = completion.putArray("choices");
            List<Evaluation> evaluations = new ArrayList<>(List.of(admission.input()));
            AnswerJudge judge = judge(admission);
            for (JsonNode choice : given.path("choices")) {
                choices.add(judged(choices.size(), choice, judge, words, evaluations));
            }
            if (admission.failsWhenReplaced() && evaluations.stream().anyMatch(Admission::replaces)) {
                throw replacedFailure(choices.get(0).at("/message/content").asText());
            }
            if (given.path("usage").isObject()) {
                completion.set("usage", given.get("usage"));
            }
            return words.with(completion, evaluations);
        } catch (UpstreamFailure failure) {
            throw failed(admission, failure);
        }
    }

    /** The failure that a replaced answer is to callers who want it so. */
    public static ChatFailure replacedFailure(String text) {
        return new ChatFailure(400, Texts.FILTERED, null, text);
    }

    private JsonNode completion(UpstreamAnswer answer) throws UpstreamFailure {
        String text = answer.isEventStream() ? "" : answer.text();
        try {
            JsonNode given = judging.json().readTree(text);
            if (given != null
                    && given.path("choices").isArray()
                    && !given.path("choices").isEmpty()) {
                return given;
            }
        } catch (JsonProcessingException malformed) {
            // Said below: whatever stands there, it is not for the customer.
        }
        throw UpstreamFailure.of(UpstreamFailure.Kind.MALFORMED, "What the model sent is no chat completion.");
    }

    private static ObjectNode judged(
            int index, JsonNode choice, AnswerJudge judge, ChatWords words, List<Evaluation> evaluations)
            throws UpstreamFailure, NotRecordedException {
        PlainPieces pieces = new PlainPieces();
        String text = pieces.next(Texts.of(choice.path("message"))) + pieces.rest();
        ToolCalls calls = new ToolCalls();
        calls.add(choice.at("/message/tool_calls"));
        judge.limit(text.length() + calls.length());
        String finish = choice.path("finish_reason").asText("stop");
        String content = null;
        if (!text.isBlank()) {
            Evaluation evaluation = judge.whole(index, text);
            evaluations.add(evaluation);
            content = evaluation.decision().delivered().text();
            if (Admission.replaces(evaluation)) {
                return words.choice(index, content, null, Texts.FILTERED);
            }
        }
        if (calls.isEmpty()) {
            return words.choice(index, content, null, finish);
        }
        AnswerJudge.JudgedCalls judged = judge.calls(index, calls);
        evaluations.addAll(judged.evaluations());
        return judged.arguments().isPresent()
                ? words.choice(index, content, calls.write(judged.arguments().get(), false), finish)
                : words.choice(index, judged.reply(), null, Texts.FILTERED);
    }

    private AnswerJudge judge(Admission admission) {
        return new AnswerJudge(
                admission,
                judging.decisions(),
                judging.streams(),
                surroundings::digest,
                new AnswerJudge.Limits(judging.json(), surroundings.limits().textLength()));
    }

    private ChatWords words(Admission admission) {
        return new ChatWords(
                judging.json(),
                admission.request().requestId(),
                judging.clock().instant(),
                admission.request().model());
    }

    private static int choices(Admission admission) {
        return admission.request().body().path("n").asInt(1);
    }

    /** The decision that the answer will get; its name is known before it is made. */
    public String outputDecision(Admission admission) {
        return Identifiers.named(admission.tenant(), admission.request().requestId() + AnswerJudge.suffix(0))
                .toString();
    }

    private static ChatFailure failed(Admission admission, UpstreamFailure failure) {
        log(admission, failure);
        return Failures.of(failure);
    }

    private static void log(Admission admission, UpstreamFailure failure) {
        if (failure.kind() != UpstreamFailure.Kind.UNWANTED) {
            LOG.warnf(
                    "Upstream %s: %s, status %d, after decision %s",
                    admission.upstream().name(),
                    failure.kind(),
                    failure.status(),
                    admission.input().id());
        }
    }
}
