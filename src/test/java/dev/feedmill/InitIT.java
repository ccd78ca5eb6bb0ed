package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} writes settings that the other commands can use as they are. */
class InitIT {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path blog;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        blog = Files.createDirectories(folder.resolve("my \"blog\" # 1"));
        file = folder.resolve("feedmill.yaml");
        Files.writeString(
                Files.createDirectories(blog.resolve("_posts")).resolve("2024-05-01-one.md"),
                "---\ntitle: One\n---\n\nText.\n");
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Commands.run(out, err, arguments);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private int init(String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "init";
        all[1] = "--config";
        all[2] = file.toString();
        System.arraycopy(options, 0, all, 3, options.length);
        all[all.length - 1] = blog.toString();
        return run(all);
    }

    @Test
    void what_it_writes_is_what_the_other_commands_need() throws IOException {
        Files.writeString(blog.resolve("_config.yml"), "title: \"A \\\"blog\\\"\\n: x\"\nurl: https://blog.example\n");
        assertThat(init("--base-url", "https://feeds.example", "--port", "8123", "--host", "127.0.0.1"))
                .as(errors())
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("found a site of ", "wrote " + file, "feedmill check");
        assertThat(run("check", "--config", file.toString())).as(errors()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 file: 1 served");
        assertThat(run("feeds", "--config", file.toString())).as(errors()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("https://feeds.example/feed.rss  everything (1)");
    }

    @Test
    void every_line_to_fill_in_is_a_setting() throws IOException {
        assertThat(init()).as(errors()).isZero();
        String filledIn = Files.readString(file).replaceAll("(?m)^  # ([a-z-]+: )", "  $1");
        assertThat(filledIn).contains("\n  title: ").contains("\n  zone: ").contains("\n  base-url: ");
        Files.writeString(file, filledIn);
        assertThat(run("check", "--config", file.toString())).as(errors()).isZero();
    }

    @Test
    void a_file_that_is_there_stays_as_it_is() throws IOException {
        Files.writeString(file, "site:\n  title: Mine\n");
        assertThat(init()).isEqualTo(1);
        assertThat(errors()).contains("is there already");
        assertThat(file).hasContent("site:\n  title: Mine\n");
    }

    @Test
    void wrong_options_are_not_written() {
        assertThat(init("--port", "99999999")).isEqualTo(2);
        assertThat(errors()).contains("--port");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_folder_that_is_missing_is_reported() {
        assertThat(run("init", "--config", file.toString(), folder + "/nosuch")).isEqualTo(1);
        assertThat(errors()).contains("must be a readable folder");
        assertThat(file).doesNotExist();
    }
}
