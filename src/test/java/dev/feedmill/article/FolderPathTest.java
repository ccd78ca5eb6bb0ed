package dev.feedmill.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderPathTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.md", "茶/一泡茶.md", "50%/a%20b?.md", "a b/{c}&d'e\"f.md", "é/😀.md", "x+y~z;w.md"})
    void a_name_leads_back_to_its_file(String name) throws IOException {
        Path file = FolderPath.file(folder, name);
        Files.createDirectories(parent(file));
        Files.writeString(file, "x");

        assertThat(FolderPath.name(folder, file)).isEqualTo(name);
        assertThat(FolderPath.file(folder, FolderPath.name(folder, file))).exists();
    }

    @Test
    void bytes_that_are_not_utf_8_are_replaced() {
        Path file = Path.of(URI.create(folder.toUri() + "%D6%D0.md"));

        assertThat(FolderPath.name(folder, file)).contains("\ufffd").endsWith(".md");
        assertThat(FolderPath.child(folder, new byte[] {(byte) 0xd6, (byte) 0xd0, '.', 'm', 'd'}))
                .isEqualTo(file);
    }

    @Test
    void the_locale_does_not_change_names() throws IOException, InterruptedException {
        Path file = FolderPath.file(folder, "茶/一泡茶.md");
        Files.createDirectories(parent(file));
        Files.writeString(file, "x");

        assertThat(namesUnder("C")).isEqualTo(namesUnder("C.UTF-8")).contains("8336 2f 4e00");
    }

    private String namesUnder(String locale) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Walk.class.getName(),
                folder.toString()));
        builder.environment().put("LC_ALL", locale);
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        assertThat(parent).isNotNull();
        return parent == null ? file : parent;
    }

    /** Prints the code points of every name that it finds and finds again. */
    static final class Walk {
        private Walk() {}

        public static void main(String[] args) throws IOException {
            Path root = Path.of(args[0]);
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile).forEach(file -> {
                    String name = FolderPath.name(root, file);
                    if (!Files.exists(FolderPath.file(root, name))) {
                        throw new IllegalStateException("not found again");
                    }
                    byte[] bytes = FolderPath.bytes(file);
                    byte[] last = Arrays.copyOfRange(bytes, FolderPath.bytes(parent(file)).length + 1, bytes.length);
                    if (!FolderPath.child(parent(file), last).equals(file)) {
                        throw new IllegalStateException("another child");
                    }
                    String[] points =
                            name.codePoints().mapToObj(Integer::toHexString).toArray(String[]::new);
                    System.out.println(String.join(" ", Arrays.asList(points)));
                });
            }
        }
    }
}
