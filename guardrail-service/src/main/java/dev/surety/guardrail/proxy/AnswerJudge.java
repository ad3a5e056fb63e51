package dev.surety.guardrail.proxy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.guardrail.decision.DecisionService;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.NotRecordedException;
import dev.surety.guardrail.decision.rest.EvaluationRequest;
import dev.surety.guardrail.policy.StreamMode;
import dev.surety.guardrail.proxy.upstream.UpstreamFailure;
import dev.surety.guardrail.stream.StreamService;
import dev.surety.guardrail.stream.StreamedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Judges what the model answers to one admitted request. */
final class AnswerJudge {
    private final Admission admission;
    private final DecisionService decisions;
    private final StreamService streams;
    private final Function<EvaluationRequest, String> digest;
    private final Limits limits;

    /**
     * What the judge needs to know beside.
     *
     * @param longest the most characters of an answer
     */
    record Limits(ObjectMapper json, int longest) {}

    AnswerJudge(
            Admission admission,
            DecisionService decisions,
            StreamService streams,
            Function<EvaluationRequest, String> digest,
            Limits limits) {
        this.admission = admission;
        this.decisions = decisions;
        this.streams = streams;
        this.digest = digest;
        this.limits = limits;
    }

    /**
     * What may be done with the tool calls of an answer.
     *
     * @param arguments by the index of the call; empty when a reply takes the place of all calls
     * @param reply what the customer reads instead
     */
    record JudgedCalls(Optional<SequencedMap<Integer, String>> arguments, String reply, List<Evaluation> evaluations) {}

    /** An answer that comes in pieces. The protocol cannot take anything back, so nothing is released unjudged. */
    StreamedAnswer stream(int choice) {
        StreamMode wanted = admission.policy().defaults().stream();
        return streams.begin(
                admission.output(),
                admission.policy(),
                wanted == StreamMode.OPTIMISTIC ? StreamMode.HOLD : wanted,
                text -> request(suffix(choice), text));
    }

    /** A text that is there as a whole. */
    Evaluation whole(int choice, String text) throws NotRecordedException {
        return decide(suffix(choice), text);
    }

    /** The tool calls of an answer, each decided on its own. */
    JudgedCalls calls(int choice, ToolCalls calls) throws NotRecordedException {
        SequencedMap<Integer, String> allowed = new TreeMap<>();
        List<Evaluation> evaluations = new ArrayList<>();
        for (var call : calls.all().entrySet()) {
            String arguments = call.getValue().arguments();
            if (arguments.isBlank()) {
                allowed.put(call.getKey(), arguments);
                continue;
            }
            Evaluation evaluation = decide(suffix(choice) + ":tool:" + call.getKey(), arguments);
            evaluations.add(evaluation);
            Optional<String> judged = ToolCalls.allowed(limits.json(), evaluation);
            if (judged.isEmpty()) {
                return new JudgedCalls(Optional.empty(), reply(evaluation), evaluations);
            }
            allowed.put(call.getKey(), judged.get());
        }
        return new JudgedCalls(Optional.of(allowed), "", evaluations);
    }

    private String reply(Evaluation evaluation) {
        var conversation = evaluation.exchange().conversation();
        return Admission.replaces(evaluation)
                ? evaluation.decision().delivered().text()
                : admission.policy().fallbackText(conversation.channel(), conversation.locale());
    }

    /** Refuses answers that are longer than an answer may be. */
    void limit(int length) throws UpstreamFailure {
        if (length > limits.longest()) {
            throw UpstreamFailure.of(
                    UpstreamFailure.Kind.TOO_LARGE,
                    "The model's answer has more than " + limits.longest() + " characters.");
        }
    }

    private Evaluation decide(String suffix, String text) throws NotRecordedException {
        return decisions.decide(request(suffix, text), admission.output().answering(text), admission.policy());
    }

    private Evaluation.Request request(String suffix, String text) {
        EvaluationRequest request = admission.request().at("output", suffix, text);
        return new Evaluation.Request(
                admission.tenant(),
                admission.request().requestId() + suffix,
                digest.apply(request),
                admission.input().request().bot());
    }

    /** Names the decision about a choice. */
    static String suffix(int choice) {
        return choice == 0 ? ":output" : ":output:" + choice;
    }
}
