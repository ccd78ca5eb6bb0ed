package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.feedmill.library.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command line of the papers does what they say, except those that cannot be run here. */
class CommandLinesIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```");
    private static final Pattern SETTINGS = Pattern.compile("(?ms)^```yaml\n(# feedmill\\.yaml\n.*?)^```");

    /** Lines that are not run, and why. */
    private static final Map<String, String> NOT_RUN = Map.ofEntries(
            Map.entry("mvn -q compile exec:java", "is run by .ci/try-it"),
            Map.entry("mvn verify", "is run by .ci/try-it, and runs this"),
            Map.entry("mvn -q package", "made the jar that is tested here"),
            Map.entry("mvn -Pdist -DskipTests package", "is run by .ci/dist"),
            Map.entry("sudo apt install ./feedmill_*.deb", "is run by .ci/dist"),
            Map.entry("sudo cp -r ~/blog/. /var/lib/feedmill/articles", "is run by .ci/dist"),
            Map.entry(
                    "sudo tar -xzf feedmill-*-linux-*.tar.gz -C /usr/local --strip-components=1", "is run by .ci/dist"),
            Map.entry("feedmill ~/blog", "is run by .ci/dist"),
            Map.entry("podman load -i feedmill-*-image-*.tar", "is run by .ci/dist"),
            Map.entry(
                    "podman run --read-only -p 8080:8080 -v ~/blog:/articles:ro -v feedmill:/data localhost/feedmill",
                    "is run by .ci/dist, without a port"),
            Map.entry(
                    "sudo install -D /usr/local/share/doc/feedmill/feedmill.yaml /etc/feedmill/feedmill.yaml",
                    "changes the machine"),
            Map.entry("sudo mkdir -p /var/lib/feedmill/articles", "changes the machine"),
            Map.entry("sudo systemctl enable --now feedmill", "changes the machine"),
            Map.entry("DOMAIN=feeds.example.org docker compose up -d", "needs images from elsewhere"),
            Map.entry("mvn test -Dtest=SitesTest", "is a part of mvn verify"),
            Map.entry("mvn test -Dtests.pgbouncer=true", "runs the tests of mvn verify with a pooler in between"),
            Map.entry("mvn test -Pcoverage", "is a part of mvn verify, measured"),
            Map.entry("mvn spotless:apply", "changes the sources; mvn verify runs spotless:check"),
            Map.entry(".ci/run", "runs this"),
            Map.entry(
                    "mvn verify -Dit.test='RandomHistory*IT' -Dtest=ArchitectureTest -Dtests.seconds=0"
                            + " -Dhistory.operations=1000 -Dhistory.seeds=10 -Dhistory.kills=0.05",
                    "takes hours; mvn verify runs a short one"));

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    static Set<String> commands() throws IOException {
        Set<String> commands = new LinkedHashSet<>();
        for (Path paper : PapersTest.papers()) {
            Matcher block = BLOCK.matcher(Files.readString(paper));
            while (block.find()) {
                block.group(1)
                        .replace("\\\n", " ")
                        .lines()
                        .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip().replaceAll("\\s+", " "))
                        .filter(line -> !line.isEmpty())
                        .forEach(commands::add);
            }
        }
        return commands;
    }

    static List<String> run() throws IOException {
        return commands().stream().filter(line -> !NOT_RUN.containsKey(line)).toList();
    }

    @BeforeEach
    void place() throws IOException {
        assumeThat(TARGET.resolve("feedmill.jar"))
                .as("the jar is packaged before these tests")
                .exists();
        Files.createSymbolicLink(folder.resolve("target"), TARGET);
        Files.copy(TARGET.resolve("feedmill.jar"), folder.resolve("feedmill.jar"));
        for (String blog : List.of("articles", "blog", "my-blog")) {
            Files.createDirectory(folder.resolve(blog));
            Files.writeString(
                    folder.resolve(blog).resolve("a.md"), "---\ntitle: One\ndate: 2024-05-01\n---\n\nText.\n");
        }
        Matcher settings = SETTINGS.matcher(Files.readString(Path.of("README.md")));
        assertThat(settings.find()).as("settings in README.md").isTrue();
        Files.writeString(folder.resolve("feedmill.yaml"), settings.group(1));
        Files.writeString(folder.resolve("local.yaml"), "server:\n  host: 127.0.0.1\n");
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void lines_that_are_not_run_are_still_in_the_papers() throws IOException {
        assertThat(commands()).containsAll(NOT_RUN.keySet());
    }

    @ParameterizedTest
    @MethodSource("run")
    void a_command_line_of_the_papers_does_what_they_say(String line) throws Exception {
        if (line.startsWith("curl ")) {
            succeeds(inFolder(line), Map.of("TOKEN", "a-long-enough-token"), served());
        } else if (line.startsWith("sqlite3 ")) {
            served();
            Files.createDirectory(folder.resolve("backup"));
            succeeds(inFolder(line), Map.of(), "");
            assertThat(folder.resolve("backup/feedmill.db")).isNotEmptyFile();
        } else if (line.contains(" compare ")) {
            succeeds(inFolder(line), Map.of(), served());
        } else if (line.matches(".*feedmill\\.jar (check|export|warm-up)\\b.*")) {
            succeeds(inFolder(line), Map.of(), "");
        } else {
            assertThat(line)
                    .as("a command line that starts a server, or else NOT_RUN must have it")
                    .contains("feedmill");
            assertThat(JarIT.firstUrl(start(inFolder(line), Map.of()))).endsWith("/feed.rss");
        }
    }

    /** The line with the folders of this test. */
    private String inFolder(String line) {
        return line.replace("/var/lib/feedmill", folder.resolve("data").toString())
                .replace("/backup/", folder.resolve("backup") + "/")
                .replaceAll("jdbc:postgresql:[^']*", line.contains("jdbc:") ? Databases.POSTGRES.fresh() : "");
    }

    /** Starts a server of the blog with its data in the usual folder; returns its URL. */
    private String served() throws Exception {
        String url = JarIT.firstUrl(start(
                "exec java -jar feedmill.jar --config local.yaml --articles ~/blog",
                Map.of("FEEDMILL_STATUS_TOKEN", "a-long-enough-token")));
        return url.substring(0, url.indexOf("/feed.rss"));
    }

    private void succeeds(String line, Map<String, String> environment, String base) throws Exception {
        String command = line.replace("https://blog.example.org/atom.xml", base + "/feed.atom")
                .replace("https://feeds.example.org", base);
        Process process = start(command, environment);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("whether it ends").isTrue();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                + new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(line + "\n" + said).isZero();
    }

    private Process start(String line, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", line).directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        folder.toString(),
                        "FEEDMILL_SERVER_PORT",
                        "0",
                        "FEEDMILL_STATUS_PORT",
                        "0",
                        "FEEDMILL_LIBRARY_DATA",
                        folder.resolve("data").toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }
}
