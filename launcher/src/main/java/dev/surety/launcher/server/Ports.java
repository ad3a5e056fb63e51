package dev.surety.launcher.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports for tests, and a clear word about taken ones. */
public final class Ports {
    /**
     * Below the range from which operating systems take the ports of outgoing connections, so that none of those
     * takes a port between the moment it is found free and the moment its server opens it.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 29_999;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** A port that nothing listens on and that this program has not been given before. */
    public static int free() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (isFree(port) && HANDED_OUT.add(port)) {
                return port;
            }
        }
        throw new LaunchFailure("No free port between %d and %d.".formatted(FIRST, LAST));
    }

    /**
     * Refuses a taken port with a message that names it, who holds it where the system tells, and what changes it.
     *
     * @param user what wants the port, such as {@code Kafka}
     * @param remedy how to choose another, such as {@code --kafka-port}
     */
    public static void requireFree(int port, String user, String remedy) {
        if (!isFree(port)) {
            throw new LaunchFailure("Port %d, which %s needs, is taken%s. Free it, or choose another with %s."
                    .formatted(port, user, PortHolder.describe(port), remedy));
        }
    }

    /** Whether nothing listens on the port. */
    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(port)) && canBind(new InetSocketAddress(loopback(), port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }
}
