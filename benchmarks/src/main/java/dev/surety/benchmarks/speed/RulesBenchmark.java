package dev.surety.benchmarks.speed;

import dev.surety.benchmarks.BaselineDecisions;
import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.evaluation.Exchange;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One evaluation of 1 KB and 1 KB with four passages, by the number of rules that the policy has. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class RulesBenchmark {
    private static final int DIFFERENT_TEXTS = 64;

    @Param({"10", "100", "500", "2000"})
    public int rules;

    private BaselineDecisions policy = new BaselineDecisions();
    private List<Exchange> exchanges = List.of();
    private int next;

    @Setup
    public void write() {
        policy = BaselineDecisions.under(SyntheticPolicy.ofRules(rules));
        exchanges = new Workload(1).answers(DIFFERENT_TEXTS, 1024, 1024);
    }

    @Benchmark
    public Decision evaluate() {
        next = (next + 1) % DIFFERENT_TEXTS;
        return policy.decide(exchanges.get(next));
    }
}
