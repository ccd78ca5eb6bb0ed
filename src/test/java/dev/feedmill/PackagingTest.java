package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.app.ProcessContext;
import dev.feedmill.config.Settings;
import dev.feedmill.config.SettingsReader;
import dev.feedmill.problem.Parsed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The files of the packages beside the jar; {@code .ci/dist} builds and tests the packages. */
class PackagingTest {
    private static final Path DIST = Path.of("src/dist");
    private static final Path MAN_PAGE = DIST.resolve("feedmill.1");

    private static CommandLine program() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Main(new ProcessContext(Map.of(), nowhere, nowhere, Clock.systemUTC(), false)).commands();
    }

    private static String read(String name) throws IOException {
        return Files.readString(DIST.resolve(name));
    }

    @Test
    void the_manual_page_says_what_the_help_says() throws IOException {
        String page = Files.readString(MAN_PAGE);
        String renewed = new ManPage(program()).renewed(page);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(MAN_PAGE, renewed);
        } else {
            assertThat(page)
                    .as("the manual page (mvn test -Dtest=PackagingTest -Dgolden.write=true writes it anew)")
                    .isEqualTo(renewed);
        }
        Set<String> commands = program().getSubcommands().keySet();
        assertThat(commands).isNotEmpty().allSatisfy(name -> assertThat(renewed).contains("\n.It Cm " + name + "\n"));
    }

    @Test
    void completion_knows_every_command_and_every_option() {
        CommandLine program = program();
        String script = AutoComplete.bash("feedmill", program);
        program.getSubcommands().forEach((name, command) -> {
            assertThat(script).contains("_picocli_feedmill_" + name.replace("-", "") + "()");
            command.getCommandSpec()
                    .options()
                    .forEach(option -> assertThat(script).contains(option.longestName()));
        });
    }

    @Test
    void the_service_is_sandboxed() throws IOException {
        assertThat(read("feedmill.service").lines())
                .contains(
                        "DynamicUser=yes",
                        "ProtectSystem=strict",
                        "CapabilityBoundingSet=",
                        "NoNewPrivileges=yes",
                        "PrivateDevices=yes",
                        "PrivateUsers=yes",
                        "RestrictNamespaces=yes",
                        "SystemCallArchitectures=native",
                        "SystemCallFilter=@system-service",
                        "SystemCallFilter=~@privileged");
    }

    @Test
    void the_service_starts_with_the_settings_of_the_package_and_writes_where_it_may() throws IOException {
        assertThat(read("feedmill.service")).contains(" --config /etc/feedmill/feedmill.yaml\n");
        String state = "/var/lib/" + value("feedmill.service", "StateDirectory=(.*)");

        Parsed<Settings> parsed =
                SettingsReader.read("feedmill.yaml", read("feedmill.yaml"), Map.of(), Map.of(), Map.of());
        assertThat(parsed.problems()).isEmpty();
        Settings settings = ((Parsed.Read<Settings>) parsed).value();
        assertThat(settings.library().data()).isEqualTo(state);
        assertThat(settings.articles().folder()).isEqualTo("/var/lib/feedmill/articles");
        assertThat(settings.server().hosts()).containsExactly("127.0.0.1");
        assertThat(read("debian/postrm")).contains(state).doesNotContain("rm -rf /var/lib/feedmill/articles");
    }

    @Test
    void the_changelog_of_the_package_has_the_version_of_the_build() throws IOException {
        Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(read("debian/changelog")).startsWith("feedmill (" + version.group(1) + ") ");
    }

    @Test
    void both_image_builds_have_the_same_metadata() throws IOException {
        String user = value("image/Dockerfile", "(?m)^USER (.*)$");
        assertThat(user).doesNotStartWith("0");
        assertThat(value("image/Dockerfile", "COPY .*--chown=(\\S+) \\S+/data/ /data/"))
                .as("owner of the library's folder")
                .isEqualTo(user);
        assertThat(read("image/config.json"))
                .contains("\"User\": \"" + user + "\"")
                .contains("\"PATH=" + value("image/Dockerfile", "ENV PATH=(\\S+)") + "\"")
                .contains("\"Volumes\": {\"" + value("image/Dockerfile", "VOLUME (\\S+)") + "\": {}}")
                .contains("\"WorkingDir\": \"" + value("image/Dockerfile", "(?m)^WORKDIR (/)$") + "\"")
                .contains("\"" + value("image/Dockerfile", "EXPOSE (\\d+)") + "/tcp\"")
                .contains("\"Entrypoint\": " + value("image/Dockerfile", "ENTRYPOINT (.*)"))
                .contains("\"Test\": [\"CMD\", " + value("image/Dockerfile", "HEALTHCHECK .* CMD \\[(.*)\\]") + "]");
    }

    private static String value(String file, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(read(file));
        assertThat(found.find()).as("'%s' in %s", pattern, file).isTrue();
        return found.group(1);
    }
}
