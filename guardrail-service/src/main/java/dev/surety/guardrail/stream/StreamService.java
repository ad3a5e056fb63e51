package dev.surety.guardrail.stream;

import dev.surety.guardrail.decision.DecisionService;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.Evaluator;
import dev.surety.guardrail.decision.NotRecordedException;
import dev.surety.guardrail.decision.PartialAnswers;
import dev.surety.guardrail.decision.Released;
import dev.surety.guardrail.decision.Streaming;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.StreamMode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Begins streams; whoever receives an answer in pieces, by whatever protocol, comes here. */
@ApplicationScoped
public class StreamService {
    private final PartialAnswers answers;
    private final Evaluator evaluator;
    private final DecisionService decisions;
    private final MeterRegistry meters;

    StreamService(PartialAnswers answers, Evaluator evaluator, DecisionService decisions, MeterRegistry meters) {
        this.answers = answers;
        this.evaluator = evaluator;
        this.decisions = decisions;
        this.meters = meters;
    }

    /** A stream in the mode that the policy asks for, or a more careful one where the policy leaves nothing else. */
    public StreamedAnswer begin(Exchange opening, Policy policy, Function<String, Evaluation.Request> request) {
        return begin(opening, policy, policy.defaults().stream(), request);
    }

    /**
     * A stream in a given mode, for those who cannot do otherwise.
     *
     * @param opening the exchange; what its response says is not looked at
     * @param request names the request once the bot's text is known
     */
    public StreamedAnswer begin(
            Exchange opening, Policy policy, StreamMode mode, Function<String, Evaluation.Request> request) {
        StreamPlan plan = StreamPlan.of(policy, mode, answers);
        AnswerStream stream = new AnswerStream(plan, answers, opening.answering(""), policy);
        return new StreamedAnswer(stream, plan, policy, request, new Recorded());
    }

    private final class Recorded implements StreamedAnswer.Deciding {
        @Override
        public Evaluation decide(Evaluation.Request request, Exchange exchange, Policy policy, Released released)
                throws NotRecordedException {
            Evaluation evaluation = decisions.decide(request, exchange, policy, released);
            var streaming = evaluation.decision().delivered().streaming();
            if (streaming != null) {
                count(streaming);
            }
            return evaluation;
        }

        @Override
        public Action preview(Exchange exchange, Policy policy, Released released) {
            return evaluator.evaluate(exchange, policy, released).action();
        }

        private void count(Streaming streaming) {
            Long first = streaming.firstReleaseMicros();
            if (first != null) {
                meters.timer(
                                "surety.guardrail.first.release",
                                "mode",
                                streaming.mode().wireName())
                        .record(first, TimeUnit.MICROSECONDS);
            }
            meters.counter(
                            "surety.guardrail.streams",
                            "mode",
                            streaming.mode().wireName(),
                            "complete",
                            String.valueOf(streaming.complete()),
                            "retracted",
                            String.valueOf(streaming.retracted()))
                    .increment();
        }
    }
}
