package dev.surety.guardrail;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.check.AdviceCheck;
import dev.surety.guardrail.evaluation.check.CommitmentsCheck;
import dev.surety.guardrail.evaluation.check.CopyingCheck;
import dev.surety.guardrail.evaluation.check.CustomerSignalCheck;
import dev.surety.guardrail.evaluation.check.DefamationCheck;
import dev.surety.guardrail.evaluation.check.FormCheck;
import dev.surety.guardrail.evaluation.check.GroundingCheck;
import dev.surety.guardrail.evaluation.check.InjectionCheck;
import dev.surety.guardrail.evaluation.check.LanguageCheck;
import dev.surety.guardrail.evaluation.check.LeakCheck;
import dev.surety.guardrail.evaluation.check.LengthCheck;
import dev.surety.guardrail.evaluation.check.MarksCheck;
import dev.surety.guardrail.evaluation.check.PiiCheck;
import dev.surety.guardrail.evaluation.check.RemoteCheck;
import dev.surety.guardrail.evaluation.check.RetrievalCheck;
import dev.surety.guardrail.evaluation.check.ScopeCheck;
import dev.surety.guardrail.evaluation.check.TermsCheck;
import dev.surety.guardrail.evaluation.check.ToxicityCheck;
import java.util.List;
import java.util.stream.Stream;

/** The checks that this service brings. */
public final class StandardChecks {
    private StandardChecks() {}

    /** All of them; making them reads their word lists, so it is done once. */
    public static CheckCatalogue catalogue() {
        return new CheckCatalogue(all());
    }

    /** All of them, and one that asks elsewhere. */
    public static CheckCatalogue with(RemoteCheck remote) {
        return new CheckCatalogue(
                Stream.concat(all().stream(), Stream.of(remote)).toList());
    }

    private static List<Check> all() {
        return List.of(
                new AdviceCheck(),
                CustomerSignalCheck.complaint(),
                new CopyingCheck(),
                new DefamationCheck(),
                CustomerSignalCheck.distress(),
                new CommitmentsCheck(),
                new FormCheck(),
                new GroundingCheck(),
                CustomerSignalCheck.handover(),
                new InjectionCheck(),
                new LanguageCheck(),
                new LeakCheck(),
                new LengthCheck(),
                new MarksCheck(),
                new PiiCheck(),
                new RetrievalCheck(),
                new ScopeCheck(),
                new TermsCheck(),
                new ToxicityCheck());
    }
}
