package dev.feedmill.dialect.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFolderTest {
    @TempDir
    Path root;

    private final ReadFiles read = new ReadFiles();

    @Test
    void a_configuration_that_cannot_be_read_is_a_problem() throws IOException {
        Files.write(root.resolve("large.toml"), new byte[(1 << 20) + 1]);
        SiteFolder site = new SiteFolder(root, read);
        assertThat(site.text("large.toml")).isEmpty();
        assertThat(site.text("no\0path.toml")).isEmpty();
        assertThat(read.problems()).extracting(Problem::kind).containsExactly(Kind.LIMIT, Kind.UNREADABLE);
        assertThat(read.problems().get(0)).hasToString("large.toml: must not be larger than 1048576 bytes");
    }

    @Test
    void one_that_is_not_there_is_none() throws IOException {
        Files.createDirectories(root.resolve("folder.toml"));
        Files.writeString(root.resolve("file"), "");
        SiteFolder site = new SiteFolder(root, read);
        assertThat(site.text("none.toml") + site.text("folder.toml") + site.text("file/inner.toml"))
                .isEmpty();
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void blank_lines_before_the_header_of_a_section_are_none_of_it() throws IOException {
        for (String header :
                new String[] {"---\nCascade: {a: b}\n---\n", "+++\nCascade = {a='b'}\n+++\n", "{\"Cascade\": {}}"}) {
            Files.writeString(root.resolve("_index.md"), "\uFEFF \n\n" + header);
            assertThat(new SiteFolder(root, read).header("_index.md").inAnyCase("cascade"))
                    .as(header)
                    .hasSize(1);
        }
        Files.writeString(root.resolve("_index.md"), "\n\n---\na: b\nc: [\n---\n");
        new SiteFolder(root, read).header("_index.md");
        assertThat(read.problems()).singleElement().asString().startsWith("_index.md:6");
    }
}
