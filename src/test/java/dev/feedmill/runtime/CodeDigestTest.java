package dev.feedmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeDigestTest {
    private static final String ANCHOR = "dev/feedmill/runtime/CodeDigestTest$Anchor.class";

    @TempDir
    Path folder;

    /** A class whose bytes are copied to another folder and loaded there. */
    static final class Anchor {
        private Anchor() {}
    }

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectories(folder.resolve(ANCHOR).resolveSibling("below"));
        try (InputStream in = CodeDigestTest.class.getResourceAsStream("CodeDigestTest$Anchor.class")) {
            Files.copy(in, folder.resolve(ANCHOR));
        }
        write("dev/feedmill/runtime/below/Other.class", "other code");
        write("dev/feedmill/elsewhere/Third.class", "third");
    }

    @Test
    void any_change_in_or_below_a_package_changes_the_digest() throws Exception {
        String before = digest(folder);
        assertThat(digest(folder)).isEqualTo(before);

        write("dev/feedmill/runtime/below/Other.class", "other c0de");
        String changed = digest(folder);
        assertThat(changed).isNotEqualTo(before);

        write("dev/feedmill/runtime/New.class", "");
        String more = digest(folder);
        assertThat(more).isNotEqualTo(changed).isNotEqualTo(before);
    }

    @Test
    void other_packages_do_not_change_the_digest() throws Exception {
        String before = digest(folder);
        write("dev/feedmill/elsewhere/Third.class", "another third");
        assertThat(digest(folder)).isEqualTo(before);
    }

    @Test
    void a_jar_of_the_same_code_has_the_same_digest() throws Exception {
        Path jar = folder.resolve("code.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar, StandardOpenOption.CREATE_NEW))) {
            for (String name : new String[] {"dev/feedmill/runtime/below/Other.class", ANCHOR}) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(folder.resolve(name), zip);
                zip.closeEntry();
            }
        }
        assertThat(digest(jar)).isEqualTo(digest(folder));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String digest(Path place) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
            return CodeDigest.of(loader.loadClass("dev.feedmill.runtime.CodeDigestTest$Anchor"));
        }
    }
}
