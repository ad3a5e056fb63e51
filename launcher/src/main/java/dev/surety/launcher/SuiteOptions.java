package dev.surety.launcher;

import dev.surety.launcher.suite.Part;
import dev.surety.launcher.suite.SuitePorts;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that commands which start a suite share. */
final class SuiteOptions {
    @Option(
            names = "--native",
            description = "Run the services as native executables (built with ./mvnw -Dnative package).")
    boolean nativeImages;

    @Option(names = "--guardrail-port", paramLabel = "PORT", defaultValue = "${env:SURETY_GUARDRAIL_PORT:-8081}")
    int guardrailPort;

    @Option(names = "--escalation-port", paramLabel = "PORT", defaultValue = "${env:SURETY_ESCALATION_PORT:-8082}")
    int escalationPort;

    @Option(names = "--audit-port", paramLabel = "PORT", defaultValue = "${env:SURETY_AUDIT_PORT:-8083}")
    int auditPort;

    @Option(names = "--bias-port", paramLabel = "PORT", defaultValue = "${env:SURETY_BIAS_PORT:-8084}")
    int biasPort;

    @Option(names = "--keycloak-port", paramLabel = "PORT", defaultValue = "${env:SURETY_KEYCLOAK_PORT:-8180}")
    int keycloakPort;

    @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "${env:SURETY_KAFKA_PORT:-9092}")
    int kafkaPort;

    @Option(names = "--postgres-port", paramLabel = "PORT", defaultValue = "${env:SURETY_POSTGRES_PORT:-5433}")
    int postgresPort;

    @Option(
            names = "--bot-port",
            paramLabel = "PORT",
            defaultValue = "${env:SURETY_BOT_PORT:-8090}",
            description = {
                "Each part's port can be changed, by option or by environment variable (SURETY_<PART>_PORT).",
                "The management port of a service is 1000 above its port."
            })
    int botPort;

    SuitePorts ports() {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(
                    part,
                    switch (part) {
                        case POSTGRES -> postgresPort;
                        case KAFKA -> kafkaPort;
                        case KEYCLOAK -> keycloakPort;
                        case GUARDRAIL -> guardrailPort;
                        case ESCALATION -> escalationPort;
                        case AUDIT -> auditPort;
                        case BIAS -> biasPort;
                        case BOT -> botPort;
                    });
        }
        return new SuitePorts(ports);
    }
}
