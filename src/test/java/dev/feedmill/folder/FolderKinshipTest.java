package dev.feedmill.folder;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.library.Folder;
import dev.feedmill.library.Library;
import dev.feedmill.library.MutableClock;
import dev.feedmill.library.sql.LibraryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a library was filled from this folder. */
class FolderKinshipTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @TempDir
    private Path temp;

    private Folder folder;
    private Library library;

    @BeforeEach
    void open() throws IOException {
        folder = new Folder(Files.createDirectories(temp.resolve("articles")));
        library = Library.open(temp.resolve("data").toString(), clock);
        folder.article("a.md", "A").article("sub/b.md", "B");
        Folder.scan(folder.path(), library, Folder.reader(), clock);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void a_folder_with_nothing_in_common_is_refused() {
        Folder other = other().article("x.md", "X").article("y.md", "Y");
        assertThatThrownBy(() -> require(other))
                .isInstanceOf(LibraryException.class)
                .hasMessageContaining(other.path().toString())
                .hasMessageContaining("library.accept-other-folder");
    }

    @Test
    void the_same_files_elsewhere_are_fine() {
        Folder moved = other().article("a.md", "A").article("new.md", "New");
        assertThatCode(() -> require(moved)).doesNotThrowAnyException();
    }

    @Test
    void the_same_files_under_other_names_are_fine() {
        Folder renamed = other().article("deep/er/z.md", "B").article("new.md", "New");
        assertThatCode(() -> require(renamed)).doesNotThrowAnyException();
    }

    @Test
    void an_empty_folder_is_reported_by_the_follower() {
        assertThatCode(() -> require(other())).doesNotThrowAnyException();
    }

    @Test
    void the_same_folder_may_hold_nothing_but_new_files() {
        folder.delete("a.md");
        folder.delete("sub/b.md");
        folder.article("c.md", "C");
        assertThatCode(() -> require(folder)).doesNotThrowAnyException();
    }

    @Test
    void an_empty_library_takes_any_folder() {
        try (Library empty = Library.open(temp.resolve("empty").toString(), clock);
                FolderFollower follower = follower(folder, empty)) {
            assertThatCode(follower::requireKinship).doesNotThrowAnyException();
        }
    }

    private Folder other() {
        try {
            return new Folder(Files.createDirectories(temp.resolve("other")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void require(Folder some) {
        try (FolderFollower follower = follower(some, library)) {
            follower.requireKinship();
        }
    }

    private FolderFollower follower(Folder some, Library in) {
        FollowRules rules = new FollowRules(Duration.ofHours(1), Duration.ofMillis(20), Duration.ofSeconds(30), 1);
        return new FolderFollower(some.path(), Folder.reader(), in, rules, clock);
    }
}
