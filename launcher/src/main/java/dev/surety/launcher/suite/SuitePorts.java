package dev.surety.launcher.suite;

import dev.surety.launcher.server.LaunchFailure;
import dev.surety.launcher.server.Ports;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** On which port each part listens; no two parts share one. */
public record SuitePorts(Map<Part, Integer> ports) {
    /** How far a service's management port, with health and metrics, is above its port. */
    public static final int MANAGEMENT_OFFSET = 1_000;

    public SuitePorts {
        ports = Map.copyOf(new EnumMap<>(ports));
        Map<Integer, Part> owners = new HashMap<>();
        for (Part part : Part.values()) {
            Integer port = ports.get(part);
            if (port == null || port < 1 || port > 65_535 - MANAGEMENT_OFFSET) {
                throw new LaunchFailure(
                        "%s needs a port from 1 to 64535, but %s says %s".formatted(part.title(), part.option(), port));
            }
            claim(owners, port, part);
            if (part.isService()) {
                claim(owners, port + MANAGEMENT_OFFSET, part);
            }
        }
    }

    private static void claim(Map<Integer, Part> owners, int port, Part part) {
        Part other = owners.put(port, part);
        if (other != null && other != part) {
            throw new LaunchFailure("Port %d is meant for both %s and %s. Change one with %s or %s."
                    .formatted(port, other.title(), part.title(), other.option(), part.option()));
        }
    }

    /** Ports that nothing listens on, for tests that run beside each other. */
    public static SuitePorts free() {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            int port = Ports.free();
            while (part.isService() && !Ports.isFree(port + MANAGEMENT_OFFSET)) {
                port = Ports.free();
            }
            ports.put(part, port);
        }
        return new SuitePorts(ports);
    }

    public int port(Part part) {
        return ports.getOrDefault(part, part.defaultPort());
    }

    /** Where a service tells its health and its metrics. */
    public int managementPort(Part service) {
        return port(service) + MANAGEMENT_OFFSET;
    }

    public String url(Part part) {
        return "http://localhost:" + port(part);
    }

    /** Refuses to go on when a port is taken, with a message that says by whom and what changes it. */
    public void requireAllFree() {
        for (Part part : Part.values()) {
            String remedy = "%s or %s".formatted(part.option(), part.variable());
            Ports.requireFree(port(part), part.title(), remedy);
            if (part.isService()) {
                Ports.requireFree(
                        managementPort(part),
                        "the management interface of " + part.title(),
                        remedy + " (the management port is " + MANAGEMENT_OFFSET + " above)");
            }
        }
    }
}
