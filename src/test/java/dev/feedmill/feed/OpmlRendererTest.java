package dev.feedmill.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Listing;
import dev.feedmill.article.Term;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class OpmlRendererTest {
    private final OpmlRenderer renderer = new OpmlRenderer(Samples.SITE);

    @Test
    void lists_everything_first_and_then_a_folder_for_each_kind() {
        Term author = new Term(3, Term.Kind.AUTHOR, List.of("A & B 😱"), List.of("A-B"));
        Document document = renderer.render(
                List.of(
                        new Listing(author, 1),
                        new Listing(Term.EVERYTHING, 3),
                        new Listing(Samples.category("金", "银"), 2)),
                Samples.PUBLISHED);
        assertThat(document.mediaType()).isEqualTo("text/x-opml; charset=utf-8");
        assertThat(document.lastModified()).isEqualTo(Samples.PUBLISHED);
        Element opml = Xml.root(document);
        assertThat(opml.getAttribute("version")).isEqualTo("2.0");
        List<Element> outlines =
                Xml.children(Xml.children(opml, Xml.NONE, "body").get(0), Xml.NONE, "outline");
        assertThat(outlines)
                .extracting(o -> o.getAttribute("text"))
                .containsExactly("磨坊 Mill", "categories", "authors");
        assertThat(outlines.get(0).getAttribute("xmlUrl")).isEqualTo("https://feeds.example/feed.rss");
        assertThat(outlines.get(0).getAttribute("htmlUrl")).isEqualTo("https://mill.example/");
        Element category = Xml.children(outlines.get(1), Xml.NONE, "outline").get(0);
        assertThat(category.getAttribute("type")).isEqualTo("rss");
        assertThat(category.getAttribute("title")).isEqualTo("磨坊 Mill › 金 › 银");
        assertThat(category.getAttribute("xmlUrl"))
                .isEqualTo("https://feeds.example/categories/%E9%87%91/%E9%93%B6.rss");
        assertThat(category.getAttribute("htmlUrl")).isEqualTo("https://feeds.example/categories/%E9%87%91/%E9%93%B6");
        assertThat(new String(document.bytes(Coding.IDENTITY), StandardCharsets.UTF_8))
                .contains("A &amp; B 😱");
    }

    @Test
    void a_list_of_nothing_can_be_read() {
        assertThat(Xml.root(renderer.render(List.of(), Instant.EPOCH)).getLocalName())
                .isEqualTo("opml");
    }
}
