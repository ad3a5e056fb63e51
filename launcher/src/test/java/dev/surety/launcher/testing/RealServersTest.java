package dev.surety.launcher.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.contracts.Topics;
import dev.surety.launcher.server.LaunchFailure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealServersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "alice, acme, agent, Alice Adams",
        "amir, acme, agent, Amir Aziz",
        "lena, acme, lead reviewer, Lena Lindt",
        "pia, acme, policy-author, Pia Peters",
        "paul, acme, policy-approver, Paul Porter",
        "carla, acme, compliance, Carla Conti",
        "ada, acme, auditor, Ada Arndt",
        "ben, acme, bias-operator, Ben Bauer",
        "gus, globex, agent auditor, Gus Green"
    })
    void usersCarryTheirTenantRolesAndName(String user, String tenant, String roles, String name) throws IOException {
        JsonNode claims = claims(RealServers.token(user));

        assertThat(claims.path("tenant").asText()).isEqualTo(tenant);
        assertThat(rolesOf(claims)).containsExactlyInAnyOrder(roles.split(" ", -1));
        assertThat(claims.path("name").asText()).isEqualTo(name);
        assertThat(claims.path("iss").asText()).isEqualTo(RealServers.realmUrl());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(900);
    }

    @ParameterizedTest
    @CsvSource({
        "integrator, acme, 900",
        "integrator-globex, globex, 900",
        "integrator-brief, acme, 2",
        "integrator-initech, initech, 900"
    })
    void clientsCarryTheirTenantAndLifetime(String client, String tenant, long seconds) throws IOException {
        JsonNode claims = claims(RealServers.clientToken(client));

        assertThat(claims.path("tenant").asText()).isEqualTo(tenant);
        assertThat(rolesOf(claims)).containsExactly("integrator");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(seconds);
    }

    @Test
    void keycloakRefusesAStranger() {
        assertThatThrownBy(() -> RealServers.token("mallory"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("no token to mallory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guardrail", "escalation", "audit", "bias"})
    void theOwnerMakesTablesAndTheRuntimeRoleMayDoWhatItIsGranted(String database) throws SQLException {
        Map<String, String> configuration = RealServers.configuration(database);
        String url = configuration.get("quarkus.datasource.jdbc.url");
        try (Connection owner = connect(url, configuration.get("quarkus.flyway.username"));
                Connection runtime = connect(url, configuration.get("quarkus.datasource.username"))) {
            execute(owner, "CREATE TABLE note (text text)");
            try {
                execute(
                        owner,
                        "GRANT INSERT, SELECT ON note TO "
                                + runtime.getMetaData().getUserName());
                execute(runtime, "INSERT INTO note VALUES ('kept')");

                assertThatThrownBy(() -> execute(runtime, "DELETE FROM note"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> execute(runtime, "CREATE TABLE other (text text)"))
                        .hasMessageContaining("permission denied");
            } finally {
                execute(owner, "DROP TABLE note");
            }
        }
    }

    @Test
    void theDatabaseServerIsPostgres18AndKeepsAnotherServicesRolesOut() throws SQLException {
        try (Connection owner = connect(RealServers.postgres().jdbcUrl("bias"), "bias_owner")) {
            assertThat(owner.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
        assertThatThrownBy(() -> connect(RealServers.postgres().jdbcUrl("audit"), "bias_runtime"))
                .hasMessageContaining("permission denied for database \"audit\"");
        assertThatCode(() -> connect(RealServers.postgres().jdbcUrl("audit"), "audit_reader")
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void theTopicsAreThereAndTheFloorIsCompacted() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(kafka())) {
            assertThat(admin.listTopics().names().get()).containsAll(Topics.ALL);
            ConfigResource floor = new ConfigResource(ConfigResource.Type.TOPIC, Topics.FLOOR);
            assertThat(admin.describeConfigs(Set.of(floor))
                            .all()
                            .get()
                            .get(floor)
                            .get("cleanup.policy")
                            .value())
                    .isEqualTo("compact");
        }
    }

    @Test
    void whatKafkaAcknowledgedSurvivesItsBeingKilled() throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("outage", "key", "before")).get();
            RealServers.kafka().kill();
            RealServers.kafka().start();

            assertThat(producer.send(new ProducerRecord<>("outage", "key", "after"))
                            .get()
                            .offset())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatPostgresCommittedSurvivesItsBeingKilledAndStopped() throws SQLException {
        String url = RealServers.postgres().jdbcUrl("bias");
        try (Connection owner = connect(url, "bias_owner")) {
            execute(owner, "CREATE TABLE survivor (text text)");
            execute(owner, "INSERT INTO survivor VALUES ('still here')");
        }

        RealServers.postgres().kill();
        RealServers.postgres().start();
        RealServers.postgres().stop();
        assertThatThrownBy(() -> connect(url, "bias_owner")).hasMessageContaining("refused");
        RealServers.postgres().start();

        try (Connection owner = connect(url, "bias_owner");
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT text FROM survivor")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("still here");
            execute(owner, "DROP TABLE survivor");
        }
    }

    @Test
    void refusesADatabaseThatNoServiceHas() {
        assertThatThrownBy(() -> new RealServers().init(Map.of("database", "launcher")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("no database launcher");
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers(), "acks", "all");
    }

    private static Connection connect(String url, String role) throws SQLException {
        return DriverManager.getConnection(url, role, role);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static List<String> rolesOf(JsonNode claims) {
        return claims.at("/realm_access/roles")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }
}
