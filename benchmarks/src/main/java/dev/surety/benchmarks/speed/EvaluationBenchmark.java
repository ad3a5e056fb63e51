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

/** One evaluation under the baseline policy, by the size of question and answer; with four passages. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class EvaluationBenchmark {
    private static final int DIFFERENT_TEXTS = 64;

    @Param({"1", "4", "16", "64"})
    public int kilobytes;

    private BaselineDecisions baseline = new BaselineDecisions();
    private List<Exchange> exchanges = List.of();
    private int next;

    @Setup
    public void write() {
        baseline = new BaselineDecisions();
        exchanges = new Workload(1).answers(DIFFERENT_TEXTS, kilobytes * 1024, kilobytes * 1024);
    }

    @Benchmark
    public Decision evaluate() {
        next = (next + 1) % DIFFERENT_TEXTS;
        return baseline.decide(exchanges.get(next));
    }
}
