package dev.feedmill.library;

import static dev.feedmill.library.Folder.await;
import static dev.feedmill.library.Folder.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.feedmill.console.ChildOutput;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are unreadable now are not taken for missing. */
class UnreadableTest {
    private static final FollowRules RULES =
            new FollowRules(Duration.ofHours(1), Duration.ofMillis(20), Duration.ofSeconds(30), 2);

    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @TempDir
    private Path temp;

    private Folder folder;
    private Library library;

    @BeforeEach
    void open() throws IOException {
        folder = new Folder(Files.createDirectories(temp.resolve("articles")));
        library = Library.open(temp.resolve("data").toString(), clock);
        folder.article("d/a.md", "A").article("d/e/b.md", "B").article("c.md", "C");
    }

    @AfterEach
    void close() {
        library.close();
    }

    /** A link to itself is an error of the file system, for the superuser too. */
    @Test
    void an_unreadable_file_keeps_its_article_and_is_retried() throws IOException {
        try (FolderFollower follower = follow()) {
            folder.delete("c.md");
            Path loop = Files.createSymbolicLink(folder.path().resolve("c.md"), Path.of("c.md"));
            await("problem", () -> problems(follower).anyMatch(p -> p.startsWith("c.md: the file must be readable;")));
            assertThat(titles(library)).containsExactly("A", "B", "C");

            Files.delete(loop);
            folder.article("c.md", "Sea");
            await("Sea", () -> titles(library).contains("Sea"));
            await("no problem", () -> problems(follower).findAny().isEmpty());
        }
    }

    @Test
    void an_unreadable_folder_keeps_its_articles_over_a_restart() throws IOException {
        follow().close();
        folder.move("d", "../aside");
        Path loop = Files.createSymbolicLink(folder.path().resolve("d"), Path.of("d"));
        try (FolderFollower follower = follow()) {
            assertThat(titles(library)).containsExactly("A", "B", "C");
            assertThat(problems(follower)).singleElement().asString().startsWith("d: the folder must be readable;");

            Files.delete(loop);
            await("A and B are gone", () -> titles(library).equals(List.of("C")));
        }
    }

    @Test
    void a_path_below_a_file_is_absent() throws IOException {
        follow().close();
        folder.move("d", "../aside");
        Files.writeString(folder.path().resolve("d"), "no folder");
        try (FolderFollower follower = follow()) {
            await("A and B are gone", () -> titles(library).equals(List.of("C")));
            assertThat(problems(follower)).isEmpty();
        }
    }

    @Test
    void a_folder_that_is_not_mounted_keeps_its_articles() throws Exception {
        Path point = Files.createDirectories(folder.path().resolve("disk one"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", point.toString()))
                .as("this user may mount")
                .isZero();
        try {
            folder.article("disk one/m.md", "M");
            try (FolderFollower follower = follow()) {
                assertThat(titles(library)).containsExactly("A", "B", "C", "M");
                assertThat(run("umount", point.toString())).isZero();
                await("problem", () -> problems(follower).anyMatch(p -> p.startsWith("disk one: the folder must be")));
            }
            try (FolderFollower follower = follow()) {
                assertThat(problems(follower)).singleElement().asString().contains("must be mounted");
                assertThat(titles(library)).containsExactly("A", "B", "C", "M");
                Files.delete(point);
                await("M is gone", () -> titles(library).equals(List.of("A", "B", "C")));
            }
        } finally {
            run("umount", point.toString());
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Permissions do not bind the superuser, so a process without that right follows the folder. */
    @ParameterizedTest
    @ValueSource(strings = {"---------", "rw-r--r--"})
    void a_folder_without_permissions_keeps_its_articles_and_is_a_problem(String permissions) throws Exception {
        assumeThat(Files.exists(Path.of("/usr/bin/setpriv")))
                .as("setpriv takes the superuser's rights away")
                .isTrue();
        Path place = Files.createTempDirectory("feedmill-permissions");
        Folder shared = new Folder(Files.createDirectory(place.resolve("articles")));
        shared.article("d/a.md", "A").article("d/e/b.md", "B").article("c.md", "C");
        Process process = start(place);
        try (Library other = Library.open(place.resolve("data").toString(), clock)) {
            await("first scan", () -> titles(other).equals(List.of("A", "B", "C")));
            Path locked = shared.path().resolve("d");
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString(permissions));
            shared.article("f.md", "F");
            await("reported", () -> problems(place).contains("d: "));
            await("F", () -> titles(other).contains("F"));
            assertThat(titles(other)).containsExactly("A", "B", "C", "F");
            assertThat(problems(place)).contains("what was known of it is kept");

            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxrwxrwx"));
            await("mended", () -> problems(place).isEmpty());
            shared.delete("d/a.md");
            await("A is gone", () -> titles(other).equals(List.of("B", "C", "F")));
        } finally {
            process.destroyForcibly().waitFor();
            delete(place);
        }
    }

    private FolderFollower follow() {
        FolderFollower follower = new FolderFollower(folder.path(), Folder.reader(), library, RULES, clock);
        follower.start();
        await("first scan", follower::hasCompared);
        return follower;
    }

    private static Stream<String> problems(FolderFollower follower) {
        return follower.status().problems().stream().map(Problem::toString);
    }

    private static String problems(Path place) {
        try {
            Path file = place.resolve("problems");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Process start(Path place) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search"));
        }
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                Follower.class.getName(),
                place.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(ChildOutput.redirect())
                .redirectError(ChildOutput.redirect())
                .start();
    }

    /** What the other process does: follows the folder and writes down what is wrong. */
    static final class Follower {
        private Follower() {}

        public static void main(String[] args) throws Exception {
            Path place = Path.of(args[0]);
            MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");
            try (Library library = Library.open(place.resolve("data").toString(), clock);
                    FolderFollower follower =
                            new FolderFollower(place.resolve("articles"), Folder.reader(), library, RULES, clock)) {
                follower.start();
                String last = "";
                while (true) {
                    List<String> lines = new ArrayList<>();
                    problems(follower).forEach(lines::add);
                    String now = String.join("\n", lines);
                    if (!now.equals(last)) {
                        Files.writeString(place.resolve("problems.new"), now);
                        Files.move(
                                place.resolve("problems.new"),
                                place.resolve("problems"),
                                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
                        last = now;
                    }
                    Thread.sleep(50);
                }
            }
        }
    }
}
