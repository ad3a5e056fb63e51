package dev.surety.bias;

import dev.surety.bias.analysis.Thresholds;
import dev.surety.bias.analysis.rest.AnalysisView;
import dev.surety.bias.analysis.rest.FindingView;
import dev.surety.bias.analysis.rest.GroupComparison;
import dev.surety.bias.metric.Interval;
import dev.surety.bias.metric.Verdict;
import dev.surety.bias.run.RunResult;
import dev.surety.bias.run.Target;
import dev.surety.bias.run.rest.RunDraft;
import dev.surety.bias.run.rest.RunListView;
import dev.surety.bias.run.rest.RunView;
import dev.surety.bias.suite.Tier;
import dev.surety.bias.suite.rest.SuiteListView;
import dev.surety.bias.suite.rest.SuiteView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Tells the native image which records Jackson reads and writes by reflection. */
@RegisterForReflection(
        targets = {
            AnalysisView.RandomView.class,
            AnalysisView.RateView.class,
            AnalysisView.class,
            FindingView.TestView.class,
            FindingView.class,
            GroupComparison.GroupCount.class,
            GroupComparison.PairedBlock.class,
            GroupComparison.Pairs.class,
            GroupComparison.ThresholdChoice.class,
            GroupComparison.class,
            Interval.class,
            RunDraft.TargetDraft.class,
            RunDraft.class,
            RunListView.class,
            RunResult.AttributeResult.class,
            RunResult.GroupResult.class,
            RunResult.Kind.class,
            RunResult.Method.class,
            RunResult.RunFinding.class,
            RunResult.Test.class,
            RunResult.class,
            RunView.ProgressView.class,
            RunView.SuiteView.class,
            RunView.TargetView.class,
            RunView.class,
            SuiteListView.class,
            SuiteView.class,
            Target.Load.class,
            Target.class,
            Thresholds.Evidence.class,
            Thresholds.class,
            Tier.class,
            Verdict.class
        })
final class NativeRegistration {
    private NativeRegistration() {}
}
