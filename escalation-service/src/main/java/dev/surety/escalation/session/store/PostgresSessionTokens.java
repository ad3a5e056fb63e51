package dev.surety.escalation.session.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.escalation.EscalationConfig;
import dev.surety.escalation.session.SessionKey;
import dev.surety.kit.database.Database;
import dev.surety.kit.json.StrictJson;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tokens of a session on the server, so that no token reaches the browser and a session that was ended is over
 * everywhere, at once, on every replica.
 */
@Singleton
@Alternative
@Priority(1)
public class PostgresSessionTokens implements TokenStateManager {
    private static final Logger LOG = Logger.getLogger(PostgresSessionTokens.class);

    private final Database database;
    private final Clock clock;
    private final Duration longest;
    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper json = StrictJson.forEvents();

    PostgresSessionTokens(Database database, Clock clock, EscalationConfig config) {
        this.database = database;
        this.clock = clock;
        this.longest = config.session().longest();
    }

    /** What is kept of a session. */
    public record Tokens(
            String idToken,
            @Nullable String accessToken,
            @Nullable String refreshToken,
            @Nullable Long accessTokenExpiresIn,
            @Nullable String accessTokenScope) {}

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        return request.runBlocking(() -> keep(tokens));
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext context,
            OidcTenantConfig config,
            String state,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        return request.runBlocking(() -> SessionKey.read(state)
                .flatMap(this::find)
                // Ended, expired or made up: the browser has to log in again.
                .orElseThrow(AuthenticationFailedException::new));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext context, OidcTenantConfig config, String state, OidcRequestContext<Void> request) {
        return request.runBlocking(() -> {
            SessionKey.read(state).ifPresent(this::forget);
            return null;
        });
    }

    @Scheduled(every = "1h", delayed = "5m")
    void forgetExpired() {
        int forgotten = database.inTransaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM session WHERE expires_at < ?")) {
                delete.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
        LOG.debugf("%d expired sessions were forgotten", forgotten);
    }

    private String keep(AuthorizationCodeTokens tokens) {
        SessionKey key = SessionKey.draw(random);
        byte[] encrypted = key.seal(write(tokens), random);
        int kept = database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO session (key_hash, tokens, expires_at) VALUES (?, ?, ?)")) {
                insert.setBytes(1, key.place());
                insert.setBytes(2, encrypted);
                insert.setObject(3, clock.instant().plus(longest).atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
        LOG.tracef("%d session was kept", kept);
        return key.text();
    }

    private Optional<AuthorizationCodeTokens> find(SessionKey key) {
        return database.read(connection -> find(connection, key)).map(encrypted -> read(key.open(encrypted)));
    }

    private Optional<byte[]> find(Connection connection, SessionKey key) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT tokens FROM session WHERE key_hash = ? AND expires_at >= ?")) {
            select.setBytes(1, key.place());
            select.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(result.getBytes("tokens")) : Optional.empty();
            }
        }
    }

    private void forget(SessionKey key) {
        int forgotten = database.inTransaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM session WHERE key_hash = ?")) {
                delete.setBytes(1, key.place());
                return delete.executeUpdate();
            }
        });
        LOG.tracef("%d session was forgotten", forgotten);
    }

    private byte[] write(AuthorizationCodeTokens tokens) {
        try {
            return json.writeValueAsBytes(new Tokens(
                    tokens.getIdToken(),
                    tokens.getAccessToken(),
                    tokens.getRefreshToken(),
                    tokens.getAccessTokenExpiresIn(),
                    tokens.getAccessTokenScope()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Tokens have no JSON", impossible);
        }
    }

    private AuthorizationCodeTokens read(byte[] plain) {
        try {
            Tokens tokens = json.readValue(plain, Tokens.class);
            return new AuthorizationCodeTokens(
                    tokens.idToken(),
                    tokens.accessToken(),
                    tokens.refreshToken(),
                    tokens.accessTokenExpiresIn(),
                    tokens.accessTokenScope());
        } catch (IOException damaged) {
            throw new IllegalStateException("The content of a session is damaged", damaged);
        }
    }
}
