package dev.surety.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.launcher.server.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script surety, run in an empty checkout with programs that only pretend. */
class ScriptTest {
    @TempDir
    Path checkout;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void prepare() throws IOException {
        Files.copy(Workspace.locate().root().resolve("surety"), checkout.resolve("surety"));
        Files.createDirectories(checkout.resolve("jvm"));
        Files.createDirectories(checkout.resolve("bin"));
        environment.put("SURETY_JVM_FOLDER", checkout.resolve("jvm").toString());
        environment.put("PATH", checkout.resolve("bin") + ":/usr/bin:/bin");
    }

    @Test
    void saysThatAJdkIsMissingAndWhereItLooked() throws IOException, InterruptedException {
        program(
                "bin/java",
                "echo '    java.specification.version = 17' >&2; echo \"    java.home = " + checkout + "\" >&2");

        Outcome outcome = run("up");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("surety: no JDK 25 or newer found")
                .contains("JAVA_HOME")
                .contains(checkout.resolve("jvm").toString());
    }

    @Test
    void takesTheNewestJdkOfTheFolder() throws IOException, InterruptedException {
        jdk("jvm/jdk-21", 21);
        jdk("jvm/jdk-26", 26);
        jdk("jvm/jdk-25", 25);
        program("bin/java", "echo '    java.specification.version = 17' >&2");
        launcherJar();

        Outcome outcome = run("down");

        assertThat(outcome.output()).contains("java of 26");
    }

    @Test
    void prefersJavaHomeWhereItIsNewEnough() throws IOException, InterruptedException {
        jdk("jvm/jdk-26", 26);
        jdk("home", 25);
        environment.put("JAVA_HOME", checkout.resolve("home").toString());
        launcherJar();

        Outcome outcome = run("token", "alice");

        assertThat(outcome.output()).contains("java of 25").contains("token alice");
    }

    @Test
    void checksPoliciesWithThePackagedServiceAndPassesOnItsExitCode() throws IOException, InterruptedException {
        jdk("jvm/jdk-25", 25);
        Path application = checkout.resolve("guardrail-service/target/quarkus-app");
        Files.createDirectories(application);
        Files.writeString(application.resolve("quarkus-run.jar"), "");
        environment.put("PRETENDED_CODE", "1");

        Outcome outcome = run("policy", "check", "my policy.yaml", "--json");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("PolicyCommand check my policy.yaml --json");
    }

    @Test
    void passesOnTheExitCodeOfTheLauncher() throws IOException, InterruptedException {
        jdk("jvm/jdk-25", 25);
        environment.put("PRETENDED_CODE", "7");
        launcherJar();

        assertThat(run("down").code()).isEqualTo(7);
    }

    @Test
    void saysThatNodeIsTooOldToBuild() throws IOException, InterruptedException {
        jdk("jvm/jdk-25", 25);
        program("bin/node", "echo v18.4.0");
        program("bin/npm", "echo 9");

        Outcome outcome = run("demo");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("Node 20 or newer is needed").contains("v18.4.0");
    }

    @Test
    void saysThatTheDiskIsTooFull() throws IOException, InterruptedException {
        jdk("jvm/jdk-25", 25);
        program("bin/node", "echo v22.1.0");
        program("bin/npm", "echo 10");
        environment.put("SURETY_NEEDED_DISK_MB", "999999999");

        Outcome outcome = run("demo");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output())
                .containsPattern("surety: \\d+ MB are free where .* is, but 999999999 MB are needed");
    }

    @Test
    void showsTheErrorsOfAFailedBuildAndWhereItsLogIs() throws IOException, InterruptedException {
        jdk("jvm/jdk-25", 25);
        program("bin/node", "echo v22.1.0");
        program("bin/npm", "echo 10");
        program("mvnw", "echo '[ERROR] no network'; exit 1");

        Outcome outcome = run("demo");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("[ERROR] no network").contains(".surety/logs/build.log");
    }

    @Test
    void saysThatNothingIsBuiltWhereItMayNotBuild() throws IOException, InterruptedException {
        jdk("jvm/jdk-25", 25);
        environment.put("SURETY_BUILD", "never");

        assertThat(run("up").output()).contains("nothing is built");
    }

    @Test
    void givesTheTestsABrowserAndLeavesTheRestToMaven() throws IOException, InterruptedException {
        jdk("jvm/jdk-25", 25);
        program("bin/node", "echo v22.1.0");
        program("bin/npm", "echo 10");
        program("bin/chromium", "true");
        program("mvnw", "echo \"maven $* with $SURETY_CHROMIUM\"; exit 3");

        Outcome outcome = run("test", "-pl", "tlog");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.output())
                .contains("maven -B --no-transfer-progress verify -pl tlog with " + checkout.resolve("bin/chromium"));
    }

    @Test
    void saysWhichBrowserToInstallWhereItMayNotDoSoItself() throws IOException, InterruptedException {
        jdk("jvm/jdk-25", 25);
        program("bin/node", "echo v22.1.0");
        program("bin/npm", "echo 10");
        program("bin/id", "echo 1000");
        for (String tool : List.of("awk", "df", "dirname", "find", "mkdir", "sed", "tput")) {
            program("bin/" + tool, "exec /usr/bin/" + tool + " \"$@\"");
        }
        environment.put("PATH", checkout.resolve("bin").toString());
        environment.put("HOME", checkout.toString());

        Outcome outcome = run("test");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("surety: the tests of the console need a browser. Install chromium");
    }

    private void jdk(String folder, int version) throws IOException {
        program(folder + "/bin/javac", "true");
        program(folder + "/bin/java", """
                if [ "$1" = -XshowSettings:properties ]; then
                    echo "    java.specification.version = %d" >&2
                else
                    echo "java of %d: $*"
                    exit "${PRETENDED_CODE:-0}"
                fi""".formatted(version, version));
    }

    private void launcherJar() throws IOException {
        Files.createDirectories(checkout.resolve("launcher/target"));
        Files.createFile(checkout.resolve("launcher/target/launcher-1.jar"));
    }

    private void program(String path, String script) throws IOException {
        Path file = checkout.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 2];
        command[0] = "/bin/bash";
        command[1] = checkout.resolve("surety").toString();
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("SURETY_BUILD");
        builder.environment().remove("SURETY_CHROMIUM");
        builder.environment().remove("PLAYWRIGHT_BROWSERS_PATH");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private record Outcome(int code, String output) {}
}
