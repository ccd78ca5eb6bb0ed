package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code compare} of another publisher's feed with a folder. */
class CompareIT {
    private static final String RSS = """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Old</title>
            <item><media:title>no</media:title><title>Declared &amp;amp; kept</title><link>https://blog.example/one/</link>
              <guid isPermaLink="false">tag:blog.example,2024:1</guid><pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate></item>
            <item><title>Renamed since</title><link>http://blog.example/two</link>
              <guid>https://blog.example/two/</guid><pubDate>Tue, 02 Jan 2024 00:00:00 GMT</pubDate></item>
            <item><title>Three</title><link>https://blog.example/?p=3</link>
              <guid isPermaLink="false">https://blog.example/?p=3</guid><pubDate>Wed, 03 Jan 2024 08:00:00 GMT</pubDate></item>
            <item><title>Gone&x;</title><guid>https://blog.example/gone/</guid></item>
            </channel></rss>
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("articles"));
        article("one", "title: Declared & kept\ndate: 2024-01-01\nid: tag:blog.example,2024:1\npermalink: /one/");
        article("two", "title: Two\ndate: 2024-01-02\npermalink: /two/");
        article("three", "title: Three\ndate: 2024-01-03 10:00:00\npermalink: /three/");
        article("four", "title: Four\ndate: 2024-01-04\npermalink: /four/");
        Files.writeString(folder.resolve("feedmill.yaml"), "site:\n  home: https://blog.example\n");
    }

    private void article(String name, String header) throws IOException {
        Files.writeString(
                folder.resolve("articles/" + name + ".md"), "---\n" + header + "\n---\nText of " + name + ".\n");
    }

    private String old(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int compare(String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "compare";
        all[1] = "--articles";
        all[2] = folder.resolve("articles").toString();
        all[3] = "--config";
        all[4] = folder.resolve("feedmill.yaml").toString();
        System.arraycopy(arguments, 0, all, 5, arguments.length);
        return Commands.run(out, err, all);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void each_old_entry_is_the_same_turns_unread_or_is_missing() throws Exception {
        assertThat(compare(old("old.rss", RSS))).isEqualTo(1);
        assertThat(printed().lines())
                .hasSize(6)
                .startsWith("same id: Declared & kept (tag:blog.example,2024:1)")
                .anyMatch(line ->
                        line.startsWith("will turn unread: Renamed since (https://blog.example/two/ is urn:uuid:"))
                .anyMatch(line -> line.startsWith("will turn unread: Three (https://blog.example/?p=3 is urn:uuid:"))
                .contains(
                        "missing: Gone (https://blog.example/gone/)",
                        "4 entries: 1 same id, 2 will turn unread, 1 missing",
                        "articles.ids: permalink would fit best: 2 same id, not 1");
    }

    @Test
    void a_feed_whose_entries_readers_recognize_is_no_difference() throws Exception {
        Files.writeString(
                folder.resolve("feedmill.yaml"), "site:\n  home: https://blog.example\narticles:\n  ids: permalink\n");
        String atom = """
                <feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><title>Old</title>
                <entry><id>https://blog.example/two/</id><title type="html">Two</title>
                <link href="https://blog.example/two/"/><updated>2024-01-02T00:00:00Z</updated></entry></feed>
                """;
        assertThat(compare(old("old.atom", atom))).isZero();
        assertThat(printed())
                .contains(
                        "1 entry: 1 same id, 0 will turn unread, 0 missing", "permalink is the setting that fits best");
    }

    @Test
    void older_entries_are_followed_but_not_for_ever() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            int page = Integer.parseInt(exchange.getRequestURI().getPath().replaceAll("\\D", ""));
            byte[] body = ("{\"items\":[{\"id\":\"p" + page + "\",\"title\":\"Page " + page + "\"}],\"next_url\":\"/"
                            + (page + 1) + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page > 50 ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String start = "http://127.0.0.1:" + server.getAddress().getPort() + "/1";
            assertThat(compare("--max-pages", "3", start)).isEqualTo(1);
            assertThat(printed())
                    .contains("missing: Page 1 (p1)", "missing: Page 3 (p3)", "3 entries: 0 same id")
                    .doesNotContain("Page 4");
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("only 3 pages are read");
            out.reset();
            assertThat(compare(start)).isEqualTo(1);
            assertThat(printed()).contains("50 entries: 0 same id");
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("/51: the server answers 404");
            assertThat(compare("http://127.0.0.1:" + server.getAddress().getPort() + "/99"))
                    .isEqualTo(2);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>no feed</body></html>",
                "{\"a\": 1}",
                "{\"items\": [",
                "<rss><channel>",
                "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
                        + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"
                        + "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">]><rss><channel>&g;</channel></rss>"
            })
    void a_text_that_is_no_feed_is_a_bad_argument(String text) throws Exception {
        assertThat(compare(old("old.xml", text))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("the old feed must be one that can be read");
        assertThat(printed()).isEmpty();
    }

    @Test
    void bad_arguments_exit_with_2() throws Exception {
        assertThat(compare()).isEqualTo(2);
        assertThat(compare(folder.resolve("absent.xml").toString())).isEqualTo(2);
        assertThat(compare("--max-size", "10", old("old.rss", RSS))).isEqualTo(2);
        assertThat(compare("--timeout", "0", old("old.rss", RSS))).isEqualTo(2);
        assertThat(Commands.run(
                        out,
                        err,
                        "compare",
                        old("old.rss", RSS),
                        "--articles",
                        folder.resolve("absent").toString()))
                .isEqualTo(2);
    }
}
