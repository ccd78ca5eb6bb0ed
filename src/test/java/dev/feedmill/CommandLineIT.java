package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses of the program to its arguments. */
class CommandLineIT {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Commands.run(out, err, arguments);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void help_names_each_command_once() {
        assertThat(run("serve", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: feedmill serve [");
        out.reset();
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: feedmill [");
    }

    @Test
    void help_and_version_are_commands_too() {
        assertThat(run("help", "check")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Usage: feedmill check [")
                .contains("Example: feedmill check ", "FEEDMILL_SERVER_BASE_URL");
        out.reset();
        assertThat(run("help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: feedmill [");
        out.reset();
        assertThat(run("version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo("feedmill dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles)", "data)", "0.0.0.0)", "8080)", "http://localhost:PORT)"})
    void help_lists_the_defaults(String end) {
        run("--help");
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ")).contains("(default: " + end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chekc", "srve", "cmpare"})
    void a_misspelt_command_is_not_taken_for_a_folder(String word) {
        assertThat(run(word)).isEqualTo(2);
        assertThat(errors()).startsWith("there is no folder '" + word + "'; did you mean the command '");
    }

    @Test
    void a_missing_folder_is_reported() {
        assertThat(run("my-blog")).isEqualTo(2);
        assertThat(errors()).startsWith("there is no folder 'my-blog'").doesNotContain("did you mean");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "check", "ids"})
    void a_folder_given_twice_is_a_bad_argument(String command) {
        String[] arguments = command.equals("ids")
                ? new String[] {command, "--dry-run", "--articles", folder.toString(), folder.toString()}
                : new String[] {command, "--articles", folder.toString(), folder.toString()};
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(errors()).startsWith("DIR and --articles both name the folder of articles");
    }

    @Test
    void check_says_what_is_wrong_once_and_writes_nothing_to_the_terminal() throws IOException {
        Path articles = Files.createDirectory(folder.resolve("articles"));
        for (int i = 1; i <= 5; i++) {
            Files.writeString(articles.resolve("undated" + i + ".md"), "---\ntitle: x\n---\nWords " + i);
        }
        Files.writeString(
                articles.resolve("a\u001b[2J\nb.md"),
                "---\ntitle: x\ndate: \"\\e]0;x\\a" + "9".repeat(5000) + "\"\n---\nSome <title> here.");
        assertThat(run("check", articles.toString())).isZero();
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.lines())
                .hasSizeLessThan(10)
                .allMatch(line -> line.length() < 500 && line.chars().noneMatch(Character::isISOControl))
                .anyMatch(line -> line.startsWith("a\\u001b[2J\\u000ab.md:5: '<title>' must be closed"))
                .anyMatch(line -> line.startsWith(
                        "a\\u001b[2J\\u000ab.md: the article names no date, nor do 5 more (undated1.md, "))
                .contains("6 files: 6 served, 0 hidden, 0 skipped", "  markup: 1");
    }

    @Test
    void check_lists_what_is_held_back_and_by_what() throws IOException {
        Path articles = Files.createDirectory(folder.resolve("articles"));
        String start = "---\ntitle: x\ndate: 2024-01-02\n";
        for (int i = 1; i <= 5; i++) {
            Files.writeString(articles.resolve("draft" + i + ".md"), start + "draft: true\n---\nWords " + i);
        }
        Files.createDirectory(articles.resolve("_drafts"));
        Files.writeString(articles.resolve("_drafts/a.md"), start + "---\nIn a folder.");
        Files.writeString(articles.resolve("later.md"), "---\ntitle: x\ndate: 2999-01-02\n---\nLater.");
        Files.writeString(articles.resolve("offer.md"), start + "expiryDate: 2024-06-01\n---\nOver.");
        Files.writeString(articles.resolve("list.md"), start + "build:\n  list: never\n---\nA list.");
        Files.writeString(articles.resolve("quiet.md"), start + "password: hunter2\nrss: false\n---\nQuiet.");
        Files.writeString(articles.resolve("still.md"), start + "rss: false\n---\nStill.");
        assertThat(run("check", articles.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "_drafts/a.md: held back by the folder '_drafts'",
                        "draft1.md:4: held back by 'draft: true' (so in 4 more places: draft2.md:4, draft3.md:4, draft4.md:4, …)",
                        "later.md:3: not yet out until 2999-01-02T00:00:00Z by 'date: 2999-01-02'",
                        "list.md:5: on its page only by 'build.list: never'",
                        "offer.md:4: no longer out since 2024-06-01T00:00:00Z by 'expiryDate: 2024-06-01'",
                        "quiet.md:4: held back by 'password'",
                        "still.md:4: in no feed by 'rss: false'",
                        "11 files: 0 served, 11 hidden, 0 skipped",
                        "  held back: 7",
                        "  not yet out: 1",
                        "  no longer out: 1",
                        "  on its page only: 1",
                        "  in no feed: 1");
    }

    @Test
    void check_lists_what_a_generator_leaves_out_and_by_what() throws IOException {
        Path site = Files.createDirectory(folder.resolve("site"));
        Path posts = Files.createDirectories(site.resolve("source/_posts"));
        Files.writeString(site.resolve("_config.yml"), "skip_render: ['_posts/raw/**', _posts/old.md]\n");
        Files.createDirectory(posts.resolve("raw"));
        for (String name : List.of("a.md", "old.md", "raw/b.md", "raw/picture.png")) {
            Files.writeString(posts.resolve(name), "---\ntitle: x\ndate: 2024-01-02\n---\nOf " + name);
        }
        assertThat(run("check", site.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "source/_posts/old.md: left out by 'skip_render' in _config.yml",
                        "source/_posts/raw/b.md: left out by 'skip_render' in _config.yml",
                        "1 file: 1 served, 0 hidden, 0 skipped",
                        "  left out: 2");
    }

    /** A folder with an article that cannot be served, one that is served with a warning, and a draft. */
    private Path mixed() throws IOException {
        Path articles = Files.createDirectory(folder.resolve("100%, mixed"));
        Files.write(articles.resolve("a.md"), new byte[] {'-', '-', '-', 0, 0, 1});
        Files.writeString(articles.resolve("b.md"), "---\ntitle: x\ndate: never\n---\nWords");
        Files.writeString(articles.resolve("c.md"), "---\ntitle: x\ndate: 2024-01-02\ndraft: true\n---\nWords");
        return articles;
    }

    @Test
    void check_prints_json() throws IOException {
        assertThat(run("check", "--format", "json", mixed().toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).strip())
                .startsWith("{\"files\":{\"all\":3,\"served\":1,\"hidden\":1,\"skipped\":1},\"findings\":[")
                .contains("{\"file\":\"a.md\",\"severity\":\"error\",\"kind\":\"not-text\",\"message\":\"")
                .contains("{\"file\":\"b.md\",\"line\":3,\"severity\":\"warning\",\"kind\":\"date\",\"message\":\"")
                .contains("{\"file\":\"c.md\",\"line\":4,\"severity\":\"note\",\"kind\":\"nowhere\",\"message\":\""
                        + "held back by 'draft: true'\"}")
                .endsWith("]}");
    }

    @Test
    void check_annotates_a_change_on_github() throws IOException {
        String articles = mixed().toString();
        String path = articles.replace("%", "%25").replace(",", "%2C");
        assertThat(run("check", "--format", "github", articles)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.startsWith("::error file=" + path + "/a.md,title=not-text::"))
                .anyMatch(line -> line.startsWith("::warning file=" + path + "/b.md,line=3,title=date::"))
                .contains("::notice file=" + path + "/c.md,line=4,title=nowhere::held back by 'draft: true'")
                .endsWith("3 files: 1 served, 1 hidden, 1 skipped");
    }

    @Test
    void check_writes_sarif_and_leaves_out_what_is_held_back() throws IOException {
        String path = mixed().toString();
        assertThat(run("check", "--format", "SARIF", "--quiet", path)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).strip())
                .startsWith("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\"")
                .contains("\"rules\":[{\"id\":\"date\"},{\"id\":\"not-text\"}]")
                .contains("{\"ruleId\":\"date\",\"level\":\"warning\",\"message\":{\"text\":\"")
                .contains("{\"artifactLocation\":{\"uri\":\"file://"
                        + path.replace("%", "%25").replace(" ", "%20") + "/b.md\"},\"region\":{\"startLine\":3}}")
                .doesNotContain("c.md");
    }

    @Test
    void check_says_which_pattern_of_a_configuration_cannot_be_read() throws IOException {
        Path site = Files.createDirectory(folder.resolve("site"));
        Files.createDirectory(site.resolve("content"));
        Files.writeString(site.resolve("content/a.md"), "---\ntitle: x\ndate: 2024-01-02\n---\nWords");
        Files.writeString(site.resolve("hugo.toml"), "title = 'A'\nignoreFiles = ['(a']\n");
        assertThat(run("check", site.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
                .contains("0 files: 0 served, 0 hidden, 0 skipped", "  left out: 1")
                .first()
                .asString()
                .startsWith("hugo.toml:2: 'ignoreFiles' must be a regular expression as RE2 knows them, not '(a'");
    }

    @Test
    void unreadable_settings_are_reported_in_plain_words() throws IOException {
        Path absent = folder.resolve("absent.yaml");
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'#', (byte) 0xe4});
        assertThat(run("--config", absent.toString())).isEqualTo(Main.WRONG_SETTINGS);
        assertThat(run("--config", latin.toString())).isEqualTo(Main.WRONG_SETTINGS);
        assertThat(run("--config", folder.toString())).isEqualTo(Main.WRONG_SETTINGS);
        assertThat(errors().lines())
                .containsExactly(
                        absent + ": there is no such file; --config names the settings file",
                        latin + ": the settings file must be UTF-8 text",
                        folder + ": this is a folder; --config names the settings file");
    }

    @Test
    void a_setting_of_an_earlier_version_is_reported_and_stops_nothing() throws IOException {
        Path settings = Files.writeString(folder.resolve("old.yaml"), "html:\n  player-hosts: [youtube.com]\n");
        assertThat(run("check", "--config", settings.toString(), folder.toString()))
                .isZero();
        assertThat(errors().lines())
                .singleElement()
                .asString()
                .startsWith(settings + ":2: 'html.player-hosts' is gone: ");
    }
}
