package dev.feedmill.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {
    private static final Path SHIPPED = Path.of("config/feedmill.yaml");

    private static Parsed<Settings> read(
            @Nullable String file, Map<String, String> environment, Map<String, String> flags) {
        return SettingsReader.read("my.yaml", file, environment, flags, Map.of("server.port", "--port"));
    }

    private static Settings settings(Parsed<Settings> parsed) {
        assertThat(parsed.problems()).isEmpty();
        return ((Parsed.Read<Settings>) parsed).value();
    }

    private static List<String> messages(Parsed<Settings> parsed) {
        return parsed.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void the_shipped_file_says_what_holds_without_it() throws IOException {
        Settings defaults = settings(read(null, Map.of(), Map.of()));
        assertThat(settings(read(Files.readString(SHIPPED), Map.of(), Map.of())))
                .isEqualTo(defaults);
    }

    @Test
    void the_shipped_file_names_every_setting_and_no_other() throws IOException {
        TreeSet<String> written = new TreeSet<>();
        String section = "";
        for (String line : Files.readAllLines(SHIPPED)) {
            if (line.matches("[a-z-]+:")) {
                section = line.replace(":", "");
            } else if (line.matches("  [a-z-]+:.*")) {
                written.add(section + "." + line.strip().replaceFirst(":.*", ""));
            }
        }
        assertThat(written)
                .isEqualTo(new TreeSet<>(
                        SettingsReader.known().stream().map(Setting::name).toList()));
    }

    @Test
    void a_flag_goes_before_the_environment_and_that_before_the_file() {
        String file = "server:\n  port: 1\nsite:\n  title: File\nfeeds:\n  items: 7\n";
        Map<String, String> environment = Map.of("FEEDMILL_SERVER_PORT", "2", "FEEDMILL_SITE_TITLE", "Environment");
        Settings settings = settings(read(file, environment, Map.of("server.port", "3")));
        assertThat(settings.server().port()).isEqualTo(3);
        assertThat(settings.site().title()).isEqualTo("Environment");
        assertThat(settings.stored().window()).isEqualTo(7);
        assertThat(settings.serving().polling().interval()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void every_setting_has_an_environment_variable() {
        for (Setting<?> setting : SettingsReader.known()) {
            assertThat(read(null, Map.of(setting.variable(), "\u0000?"), Map.of())
                            .problems())
                    .as(setting.name())
                    .noneMatch(problem -> problem.message().contains("is not a setting"));
        }
    }

    @Test
    void lists_stand_in_the_file_as_lists_and_in_a_variable_with_semicolons() {
        assertThat(settings(read("html:\n  remove: ['.a, .b', .c]\n", Map.of(), Map.of()))
                        .html()
                        .removedSelectors())
                .containsExactly(".a, .b", ".c");
        assertThat(settings(read(null, Map.of("FEEDMILL_HTML_REMOVE", ".a, .b; .c"), Map.of()))
                        .html()
                        .removedSelectors())
                .containsExactly(".a, .b", ".c");
        assertThat(settings(read("html:\n  remove: []\n", Map.of(), Map.of()))
                        .html()
                        .removedSelectors())
                .isEmpty();
    }

    @Test
    void every_fault_is_reported_at_once_with_its_place_and_the_nearest_key() {
        Parsed<Settings> parsed = read(
                "server:\n  prot: 80\nsite:\n  zone: Mars/Base\nfeed:\n  items: 5\nlatest:\n  limit: many\n",
                Map.of("FEEDMILL_SITE_TITEL", "x"),
                Map.of("server.port", "99999"));
        assertThat(messages(parsed))
                .contains(
                        "my.yaml:2: 'server.prot' is not a setting; did you mean 'server.port'?",
                        "my.yaml:4: 'site.zone' must be a time zone such as UTC or Asia/Shanghai, not 'Mars/Base'",
                        "my.yaml:5: 'feed' is not a setting; did you mean 'feeds'?",
                        "my.yaml:8: 'latest.limit' must be a number from 1 to 1000, not 'many'",
                        "FEEDMILL_SITE_TITEL: 'FEEDMILL_SITE_TITEL' is not a setting; did you mean 'FEEDMILL_SITE_TITLE'?",
                        "--port: 'server.port' must be a number from 0 to 65535, not '99999'")
                .hasSize(6);
    }

    @Test
    void a_file_that_is_no_yaml_is_one_fault_with_its_line() {
        assertThat(messages(read("site:\n\ttitle: x\n", Map.of(), Map.of())))
                .singleElement()
                .asString()
                .startsWith("my.yaml:2: ");
    }

    @Property(tries = 300)
    void no_text_makes_it_fail(@ForAll String file, @ForAll String value) {
        assertThat(read(file, Map.of("FEEDMILL_SERVER_PORT", value), Map.of("site.zone", value)))
                .isNotNull();
    }

    @Test
    void settings_of_earlier_versions_work_on_with_a_warning_each() {
        Parsed<Settings> parsed = SettingsReader.read(
                "my.yaml",
                "html:\n  player-hosts: [youtube.com]\nserver:\n  answer-time: 7s\n  head-time: 8s\nlimits:\n  head-time: 9s\n",
                Map.of("FEEDMILL_SERVER_WAITING_REQUESTS", "12"),
                Map.of(),
                Map.of());
        assertThat(parsed.problems())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "my.yaml:2: 'html.player-hosts' is gone: frames of all hosts become links, but for those of"
                                + " 'html.blocked-hosts'",
                        "my.yaml:4: 'server.answer-time' is called 'limits.answer-time' now",
                        "my.yaml:5: 'server.head-time' is called 'limits.head-time' now",
                        "FEEDMILL_SERVER_WAITING_REQUESTS: 'FEEDMILL_SERVER_WAITING_REQUESTS' is called"
                                + " 'limits.waiting-requests' now");
        Settings settings = ((Parsed.Read<Settings>) parsed).value();
        assertThat(settings.serving().limits().answerTime()).hasSeconds(7);
        assertThat(settings.serving().limits().headTime()).hasSeconds(9);
        assertThat(settings.serving().limits().waiting()).isEqualTo(12);
    }
}
