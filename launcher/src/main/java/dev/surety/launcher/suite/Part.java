package dev.surety.launcher.suite;

import java.util.List;
import java.util.Locale;

/** What listens on a port of its own while the suite runs. */
public enum Part {
    POSTGRES("PostgreSQL", 5433),
    KAFKA("Kafka", 9092),
    KEYCLOAK("Keycloak", 8180),
    GUARDRAIL("guardrail-service", 8081),
    ESCALATION("escalation-service", 8082),
    AUDIT("audit-service", 8083),
    BIAS("bias-service", 8084),
    BOT("demo bot", 8090);

    /** The parts that are services of ours, in the order in which an exchange meets them. */
    public static final List<Part> SERVICES = List.of(GUARDRAIL, ESCALATION, AUDIT, BIAS);

    private final String title;
    private final int defaultPort;

    Part(String title, int defaultPort) {
        this.title = title;
        this.defaultPort = defaultPort;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** The short name, as in folders and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int defaultPort() {
        return defaultPort;
    }

    public boolean isService() {
        return SERVICES.contains(this);
    }

    /** The option of the command line that changes the port. */
    public String option() {
        return "--" + key() + "-port";
    }

    /** The environment variable that changes the port. */
    public String variable() {
        return "SURETY_" + name() + "_PORT";
    }
}
