package dev.surety.escalation.session;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where a login returns to. Only a path of this service: whatever could lead elsewhere leads to the start page, so that a
 * link to the login cannot be used to send people to a foreign site.
 */
public final class ReturnPath {
    private static final URI START = URI.create("/");

    private ReturnPath() {}

    /** The place that {@code wanted} names, or the start page. */
    public static URI of(@Nullable String wanted) {
        // Browsers read a backslash as a slash, and "//host" and "/\host" as another host.
        if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//") || wanted.contains("\\")) {
            return START;
        }
        try {
            URI target = new URI(wanted);
            return target.isAbsolute() || target.getRawAuthority() != null ? START : target;
        } catch (URISyntaxException malformed) {
            return START;
        }
    }
}
