package dev.surety.bias.testing;

import dev.surety.bias.BiasConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The configuration with its defaults, and what a test sets. */
public final class Configs {
    private Configs() {}

    public static BiasConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(BiasConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(BiasConfig.class);
    }
}
