package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator adds to pages, feeds and robots.txt. */
class OwnPartsIT {
    private static final Namespace WEB = Namespace.getNamespace("urn:web");
    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: A\ndate: 2024-05-01\ncategories: Plain\n---\n\nText.\n");
        TestApp.write(folder, "art/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        Path style = Files.writeString(folder.resolve("my.css"), "h1 { letter-spacing: 0; }\n");
        String settings = """
                site:
                  title: Riverside and elsewhere
                  logo: art/logo.svg
                  bridge: https://fed.example
                pages:
                  accent: rgb(0 80 160)
                  accent-dark: "#9cf"
                  style: %s
                  footer:
                  - Ann <b>Lee</b>, <a href="https://ann.example">home</a><script>alert(1)</script>
                  links:
                  - About us /articles/about
                  robots:
                  - "User-agent: GPTBot"
                  - "Disallow: /"
                feeds:
                  extra: |
                    <w:cover xmlns:w="urn:web" image="a&amp;b"><w:in>x</w:in></w:cover>
                    <w:color xmlns:w="urn:web">0050a0</w:color>
                """.formatted(style);
        app = TestApp.start(folder, settings, Map.of("server.base-url", "https://feeds.test/blog"), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void pages_have_a_style_a_logo_links_and_a_footer_of_ones_own() throws Exception {
        HttpResponse<byte[]> response = app.get("/categories/Plain");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("style-src 'self';");
        String page = app.text("/categories/Plain");
        assertThat(page)
                .contains(
                        "<img class=\"logo\" src=\"../files/art/logo.svg\" alt=\"\">",
                        "<li><a href=\"../articles/about\">About us</a></li>",
                        "Ann <b>Lee</b>, <a href=\"https://ann.example/\">home</a>",
                        "rel=\"search\"")
                .doesNotContain("alert(1)");
        Matcher style = Pattern.compile("href=\"\\.\\./(assets/own\\.css\\?v=[0-9a-f]+)\"")
                .matcher(page);
        assertThat(style.find()).isTrue();
        assertThat(app.text("/" + style.group(1)))
                .contains("--accent: #0050a0; --on-accent: #ffffff;", "--accent: #99ccff; --on-accent: #1c1a17;")
                .endsWith("h1 { letter-spacing: 0; }\n");
        assertThat(app.get("/files/art/logo.svg").statusCode()).isEqualTo(200);
    }

    @Test
    void feeds_have_the_logo_and_the_further_elements() throws Exception {
        Element rss = parsed("/feed.rss").getRootElement().getChild("channel");
        assertThat(rss.getChild("image").getChildText("url")).isEqualTo("https://feeds.test/blog/files/art/logo.svg");
        assertThat(rss.getChild("cover", WEB).getAttributeValue("image")).isEqualTo("a&b");
        assertThat(rss.getChildText("color", WEB)).isEqualTo("0050a0");
        Element atom = parsed("/categories/Plain.atom").getRootElement();
        assertThat(atom.getChildText("logo", ATOM)).isEqualTo("https://feeds.test/blog/files/art/logo.svg");
        assertThat(atom.getChild("cover", WEB).getChildText("in", WEB)).isEqualTo("x");
        assertThat(app.text("/feed.json"))
                .contains("\"icon\":\"https://feeds.test/blog/files/art/logo.svg\"")
                .doesNotContain("0050a0");
    }

    private static Document parsed(String path) throws Exception {
        return new SAXBuilder().build(new ByteArrayInputStream(app.get(path).body()));
    }

    @Test
    void robots_txt_has_further_lines() throws Exception {
        assertThat(app.text("/robots.txt"))
                .startsWith("User-agent: *\nDisallow: /blog/builder\n")
                .endsWith("User-agent: GPTBot\nDisallow: /\nSitemap: https://feeds.test/blog/sitemap.xml\n");
    }

    @Test
    void the_search_is_described() throws Exception {
        assertThat(app.get("/opensearch.xml")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("application/opensearchdescription+xml");
        assertThat(app.text("/opensearch.xml"))
                .contains(
                        "<ShortName>Riverside and e…</ShortName>",
                        "template=\"https://feeds.test/blog/search?q={searchTerms}\"",
                        "template=\"https://feeds.test/blog/feed.atom?q={searchTerms}\"");
        parsed("/opensearch.xml");
    }

    @Test
    void accounts_are_looked_up_at_the_bridge_alone() throws Exception {
        String wire = app.wire(
                "GET /.well-known/webfinger?resource=acct:a@feeds.test&rel=a|b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(wire)
                .startsWith("HTTP/1.1 302 ")
                .contains(
                        "Location: https://fed.example/.well-known/webfinger?resource=acct:a@feeds.test&rel=a%7Cb\r\n")
                .contains("Cache-Control: no-store\r\n")
                .contains("Access-Control-Allow-Origin: *");
        try (TestApp plain = TestApp.start(folder, Map.of("library.data", folder + "/plain"))) {
            assertThat(plain.get("/.well-known/webfinger?resource=x").statusCode())
                    .isEqualTo(404);
            assertThat(plain.text("/")).doesNotContain("own.css", "class=\"logo\"");
        }
    }
}
