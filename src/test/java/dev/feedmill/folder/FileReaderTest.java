package dev.feedmill.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.feedmill.library.Folder;
import dev.feedmill.library.MutableClock;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.table.FileStamp;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {
    @TempDir
    Path temp;

    @Test
    void a_file_that_changed_since_it_was_stamped_is_not_read() throws Exception {
        Path file = Files.writeString(temp.resolve("a.md"), Folder.text("A", ""));
        FileReader reader = new FileReader(temp, Folder.reader(), new MutableClock("2024-06-01T00:00:00Z"));
        FileStamp stamp = WriteDebouncer.look(file);
        assertThat(reader.read("a.md", stamp)).isNotNull();
        Files.writeString(file, Folder.text("Another", ""));
        assertThat(reader.read("a.md", stamp)).isNull();
    }

    @Test
    void only_regular_files_are_opened() throws Exception {
        Path zeros = Path.of("/dev/zero");
        assumeThat(zeros).exists();
        Files.createSymbolicLink(temp.resolve("a.md"), zeros);
        FileReader reader = new FileReader(temp, Folder.reader(), new MutableClock("2024-06-01T00:00:00Z"));
        FileReading reading = reader.read("a.md", FileStamp.UNKNOWN);
        assertThat(reading).isNotNull();
        assertThat(reading.article().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("must be a regular file"));
    }
}
