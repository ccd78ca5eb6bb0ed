package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {
    @TempDir
    Path temp;

    @Test
    void a_file_that_changed_since_it_was_looked_at_is_not_read() throws Exception {
        Path file = Files.writeString(temp.resolve("a.md"), Folder.text("A", ""));
        FileReader reader = new FileReader(temp, Folder.reader(), new MutableClock("2024-06-01T00:00:00Z"));
        Stamp stamp = Settling.look(file);
        assertThat(reader.read("a.md", stamp)).isNotNull();
        Files.writeString(file, Folder.text("Another", ""));
        assertThat(reader.read("a.md", stamp)).isNull();
    }
}
