package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script and the class archive beside the jar. */
class StartScriptIT {
    private static final Path BUILT = Path.of("target").toAbsolutePath();
    private static final Path SEEDS = Path.of("seeds").toAbsolutePath();
    private static final String FROM_ARCHIVE = "dev.feedmill.Main source: shared objects file (top)";

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void packaged() {
        assumeThat(BUILT.resolve("feedmill.jar"))
                .as("the jar is packaged before these tests")
                .exists();
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void starts_by_a_link_from_a_folder_with_a_space_and_exits_with_0_when_stopped() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("my feeds/feedmill"));
        copy(folder.resolve("my feeds"));

        Process process = serve(link);
        String url = JarIT.firstUrl(process);
        assertThat(JarIT.get(url).statusCode()).isEqualTo(200);

        process.destroy();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void takes_classes_from_the_archive_of_the_build() throws Exception {
        assumeArchives();
        assertThat(classesLoaded(BUILT.resolve("feedmill"))).contains(FROM_ARCHIVE);
    }

    @Test
    void an_archive_made_where_the_jar_was_moved_to_is_used() throws Exception {
        assumeArchives();
        Path script = copy(folder.resolve("moved")); // Java 17 archives nothing of a jar below a name with a space
        Files.delete(script.resolveSibling("feedmill.jsa"));

        assertThat(output(run(Map.of(), script.toString(), "warm-up"))).contains("warmed up");

        assertThat(classesLoaded(script)).contains(FROM_ARCHIVE);
    }

    @Test
    void an_archive_of_another_jar_is_ignored_silently() throws Exception {
        assumeArchives();
        Path script = copy(folder.resolve("touched"));
        Files.setLastModifiedTime(
                script.resolveSibling("feedmill.jar"), FileTime.from(Instant.parse("2024-05-01T00:00:00Z")));
        assertThat(classesLoaded(script)).contains("dev.feedmill.Main source: ").doesNotContain(FROM_ARCHIVE);

        Process process = serve(script);
        String first = process.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(first).startsWith("Open http://localhost:");
        assertThat(JarIT.get(JarIT.firstUrl(process)).statusCode()).isEqualTo(200);
        assertThat(Files.readAllLines(folder.resolve("errors"))).allMatch(line -> line.contains(" INFO "));
    }

    @Test
    void an_old_java_is_refused_in_one_line() throws Exception {
        Path java = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        Process process = run(
                Map.of("JAVA_HOME", folder.resolve("old").toString()),
                BUILT.resolve("feedmill").toString());
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(JarIT.errors(process)).singleElement().asString().contains("17", "11", java.toString());
    }

    @Test
    void an_unusable_folder_for_temporary_files_is_named() throws Exception {
        Path missing = folder.resolve("missing");
        Process process = run(
                Map.of("TMPDIR", missing.toString()), BUILT.resolve("feedmill").toString(), "check", SEEDS.toString());
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(JarIT.errors(process))
                .singleElement()
                .asString()
                .startsWith("feedmill: cannot run here: " + missing)
                .endsWith(": NoSuchFileException");
    }

    /** Skips the test if this JVM does not support class archives. */
    private void assumeArchives() throws Exception {
        String java = System.getProperty("java.home") + "/bin/java";
        Process process = run(Map.of(), java, "-Xshare:on", "-version");
        assumeThat(process.waitFor()).as("this Java has class archives").isZero();
        assertThat(BUILT.resolve("feedmill.jsa")).exists();
    }

    private static Path copy(Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("feedmill", "feedmill.jar", "feedmill.jsa")) {
            if (Files.exists(BUILT.resolve(name))) {
                Files.copy(BUILT.resolve(name), to.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to.resolve("feedmill");
    }

    private Process serve(Path script) throws IOException {
        String data = folder.resolve("data").toString();
        ProcessBuilder builder =
                builder(script.toString(), "--articles", SEEDS.toString(), "--port", "0", "--data", data);
        return start(builder.redirectError(folder.resolve("errors").toFile()));
    }

    private String classesLoaded(Path script) throws Exception {
        return output(run(Map.of("JAVA_OPTS", "-Xlog:class+load"), script.toString(), "--version"));
    }

    private static String output(Process process) throws Exception {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text + JarIT.errors(process)).isZero();
        return text;
    }

    private Process run(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = builder(command);
        builder.environment().putAll(environment);
        return start(builder);
    }

    private ProcessBuilder builder(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("FEEDMILL_STATUS_PORT", "0");
        return builder;
    }

    private Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        started.add(process);
        return process;
    }
}
