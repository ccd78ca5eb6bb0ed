package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, started twice on one library. */
class OneServerIT {
    private static final Path JAR = Path.of("target/feedmill.jar").toAbsolutePath();

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        assumeThat(JAR).as("the jar is packaged before these tests").exists();
        article("one", "a.md");
        article("two", "b.md");
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void a_second_server_exits_with_1_and_names_the_first_unless_that_was_killed() throws Exception {
        Process first = start("one");
        JarIT.firstUrl(first);

        Process second = start("one");
        assertThat(last(second)).contains("belongs to process " + first.pid() + " on ");
        assertThat(second.exitValue()).isEqualTo(1);

        first.destroyForcibly().waitFor();
        JarIT.firstUrl(start("one"));
    }

    @Test
    void a_folder_with_nothing_in_common_exits_with_1_unless_it_is_accepted() throws Exception {
        Process first = start("one");
        JarIT.firstUrl(first);
        first.destroyForcibly().waitFor();

        Process other = start("two");
        assertThat(last(other)).contains("the library holds the articles of another folder");
        assertThat(other.exitValue()).isEqualTo(1);

        Path settings = Files.writeString(folder.resolve("accept.yaml"), "library:\n  accept-other-folder: true\n");
        JarIT.firstUrl(start("two", "--config", settings.toString()));
    }

    private void article(String articles, String name) throws IOException {
        Path file = folder.resolve(articles).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "---\ntitle: " + name + "\ndate: 2024-05-01\n---\n\nText of " + name + ".\n");
    }

    private Process start(String articles, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-jar",
                JAR.toString(),
                "--articles",
                folder.resolve(articles).toString(),
                "--data",
                folder.resolve("data").toString(),
                "--host",
                "127.0.0.1",
                "--port",
                "0"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        started.add(process);
        return process;
    }

    /** The last line of a process that must end by itself. */
    private static String last(Process process) throws Exception {
        List<String> errors = JarIT.errors(process);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(errors).isNotEmpty();
        return errors.get(errors.size() - 1);
    }
}
