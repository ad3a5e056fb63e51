package dev.surety.bias.suite.rest;

import dev.surety.bias.suite.Suite;
import dev.surety.bias.suite.Tier;
import java.util.List;

/**
 * A suite in short.
 *
 * @param calls how many calls a run of it makes
 */
public record SuiteView(
        String id,
        String version,
        String title,
        String locale,
        String digest,
        Tier tier,
        int templates,
        List<String> attributes,
        long calls) {
    public SuiteView {
        attributes = List.copyOf(attributes);
    }

    static SuiteView of(Suite suite) {
        return new SuiteView(
                suite.identity().id(),
                suite.identity().version(),
                suite.identity().title(),
                suite.identity().locale(),
                suite.identity().digest(),
                suite.design().tier(),
                suite.templates().size(),
                suite.attributes().stream().map(attribute -> attribute.name()).toList(),
                suite.calls());
    }
}
