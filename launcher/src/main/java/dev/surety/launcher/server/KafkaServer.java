package dev.surety.launcher.server;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker that is its own controller (KRaft), with Surety's topics. */
public final class KafkaServer implements Server {
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration FORMAT = Duration.ofMinutes(1);
    private static final String CLUSTER = "c3VyZXR5LWxvY2FsLWtyYQ";
    private static final int PARTITIONS = 6;
    private static final int HEAP_MEGABYTES = 256;

    private final Place place;
    private final int controllerPort = Ports.free();
    private @Nullable ChildProcess running;

    public KafkaServer(Place place) {
        this.place = requireNonNull(place, "place");
    }

    @Override
    public String name() {
        return "Kafka";
    }

    /** Where clients find the broker. */
    public String bootstrapServers() {
        return "localhost:" + place.port();
    }

    @Override
    public synchronized void start() {
        if (running != null) {
            return;
        }
        Path configuration = writeConfiguration();
        if (!Files.exists(place.data().resolve("log/meta.properties"))) {
            format(configuration);
        }
        ChildProcess broker = launch("kafka", "kafka.Kafka", List.of(configuration.toString()));
        running = broker;
        try (Admin admin = admin()) {
            broker.awaitReady(START, () -> answers(admin));
            createTopics(admin);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null && running.isAlive();
    }

    @Override
    public synchronized void stop() {
        ChildProcess broker = running;
        running = null;
        if (broker != null) {
            broker.stop();
        }
    }

    @Override
    public synchronized void kill() {
        ChildProcess broker = running;
        running = null;
        if (broker != null) {
            broker.kill();
        }
    }

    private Path writeConfiguration() {
        try {
            Files.createDirectories(place.data());
            Files.writeString(place.data().resolve("log4j2.properties"), logging(), StandardCharsets.UTF_8);
            return Files.writeString(
                    place.data().resolve("server.properties"), configuration(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LaunchFailure("Kafka cannot be started: " + e.getMessage(), e);
        }
    }

    private String configuration() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=PLAINTEXT://localhost:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                num.partitions=%4$d
                auto.create.topics.enable=true
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                # A consumer that was killed is missed after three seconds, so that a test of it need not wait longer.
                group.min.session.timeout.ms=3000
                log.cleaner.dedupe.buffer.size=16777216
                num.recovery.threads.per.data.dir=2
                """.formatted(
                place.port(), controllerPort, place.data().toAbsolutePath().resolve("log"), PARTITIONS);
    }

    private static String logging() {
        return """
                appender.console.type=Console
                appender.console.name=console
                appender.console.layout.type=PatternLayout
                appender.console.layout.pattern=%d %-5p %c: %m%n
                rootLogger.level=WARN
                rootLogger.appenderRef.console.ref=console
                logger.server.name=kafka.server.KafkaRaftServer
                logger.server.level=INFO
                """;
    }

    private void format(Path configuration) {
        int code = launch(
                        "kafka-format",
                        "kafka.tools.StorageTool",
                        List.of("format", "--cluster-id", CLUSTER, "--config", configuration.toString()))
                .await(FORMAT);
        if (code != 0) {
            throw new LaunchFailure("Kafka's storage cannot be formatted; see " + place.log());
        }
    }

    private ChildProcess launch(String process, String mainClass, List<String> arguments) {
        Path logging = place.data().toAbsolutePath().resolve("log4j2.properties");
        List<String> command = JavaCommand.withHeap(HEAP_MEGABYTES)
                .properties(Map.of(
                        "log4j2.configurationFile",
                        logging.toUri().toString(),
                        "kafka.logs.dir",
                        place.data().toString()))
                .main(place.roster().workspace().kafkaJars().resolve("*").toString(), mainClass, arguments);
        return ChildProcess.start(place.roster(), process, command, Map.of(), place.log());
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                "200"));
    }

    private static boolean answers(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void createTopics(Admin admin) {
        List<NewTopic> topics = Topics.ALL.stream().map(KafkaServer::topic).toList();
        try {
            for (var creation : admin.createTopics(topics).values().entrySet()) {
                awaitTopic(creation.getKey(), creation.getValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while Kafka's topics were made.", e);
        }
    }

    private static void awaitTopic(String topic, KafkaFuture<Void> creation) throws InterruptedException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new LaunchFailure("The topic %s cannot be made: %s".formatted(topic, e.getMessage()), e);
            }
        }
    }

    private static NewTopic topic(String name) {
        NewTopic topic = new NewTopic(name, PARTITIONS, (short) 1);
        return name.equals(Topics.FLOOR)
                ? topic.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
                : topic;
    }
}
