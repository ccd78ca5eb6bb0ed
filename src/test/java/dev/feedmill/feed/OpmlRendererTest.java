package dev.feedmill.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Listing;
import dev.feedmill.article.Term;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class OpmlRendererTest {
    private final OpmlRenderer renderer = new OpmlRenderer(Samples.SITE, Term.Kind::folder);

    @Test
    void lists_everything_first_and_then_a_folder_for_each_kind() {
        Term author = new Term(3, Term.Kind.AUTHOR, List.of("A & B 😱"), List.of("A-B"));
        Document document = renderer.render(
                List.of(
                        new Listing(author, 1),
                        new Listing(Term.EVERYTHING, 3),
                        new Listing(Samples.category("金", "银"), 2)),
                List.of(),
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
        Element folder = Xml.children(outlines.get(1), Xml.NONE, "outline").get(0);
        assertThat(folder.getAttribute("text")).isEqualTo("金");
        assertThat(folder.hasAttribute("xmlUrl")).isFalse();
        Element category = Xml.children(folder, Xml.NONE, "outline").get(0);
        assertThat(category.getAttribute("type")).isEqualTo("rss");
        assertThat(category.getAttribute("title")).isEqualTo("磨坊 Mill › 金 › 银");
        assertThat(category.getAttribute("xmlUrl"))
                .isEqualTo("https://feeds.example/categories/%E9%87%91/%E9%93%B6.rss");
        assertThat(category.getAttribute("htmlUrl")).isEqualTo("https://feeds.example/categories/%E9%87%91/%E9%93%B6");
        assertThat(new String(document.bytes(Coding.IDENTITY), StandardCharsets.UTF_8))
                .contains("A &amp; B 😱");
    }

    @Test
    void a_category_with_others_below_it_is_a_folder_with_its_own_feed_first() {
        List<Listing> listings = List.of(
                new Listing(Samples.category("a"), 3),
                new Listing(Samples.category("a", "b"), 2),
                new Listing(Samples.category("a", "b", "c"), 1),
                new Listing(Samples.category("a", "d"), 1),
                new Listing(Samples.category("ab"), 1));
        Document whole = renderer.render(listings, List.of(), Samples.PUBLISHED);
        assertThat(shape(Xml.children(Xml.root(whole), Xml.NONE, "body").get(0)))
                .isEqualTo(
                        "[categories:[a:[磨坊 Mill › a,b:[磨坊 Mill › a › b,磨坊 Mill › a › b › c],磨坊 Mill › a › d],磨坊 Mill › ab]]");
        Document part = renderer.part(Samples.category("a", "b"), listings, Samples.PUBLISHED);
        assertThat(shape(Xml.children(Xml.root(part), Xml.NONE, "body").get(0)))
                .isEqualTo("[b:[磨坊 Mill › a › b,磨坊 Mill › a › b › c]]");
    }

    private static String shape(Element parent) {
        return Xml.children(parent, Xml.NONE, "outline").stream()
                .map(child -> child.getAttribute("text") + (child.hasAttribute("xmlUrl") ? "" : ":" + shape(child)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void a_list_of_nothing_can_be_read() {
        assertThat(Xml.root(renderer.render(List.of(), List.of(), Instant.EPOCH))
                        .getLocalName())
                .isEqualTo("opml");
    }
}
