package dev.feedmill.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class OpmlRendererTest {
    private final OpmlRenderer renderer = new OpmlRenderer(Samples.SITE, Term.Kind::plural, any -> null);

    @Test
    void lists_everything_first_and_then_a_folder_for_each_kind() {
        Term author = new Term(3, Term.Kind.AUTHOR, List.of("A & B 😱"), List.of("A-B"));
        Document document = renderer.render(
                List.of(
                        new TermCount(author, 1),
                        new TermCount(Term.EVERYTHING, 3),
                        new TermCount(Samples.category("金", "银"), 2)),
                List.of());
        assertThat(document.mediaType()).isEqualTo("text/x-opml; charset=utf-8");
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
        assertThat(category.getAttribute("text")).isEqualTo("银");
        assertThat(category.getAttribute("title")).isEqualTo("金 › 银");
        assertThat(category.getAttribute("xmlUrl"))
                .isEqualTo("https://feeds.example/categories/%E9%87%91/%E9%93%B6.rss");
        assertThat(category.getAttribute("htmlUrl")).isEqualTo("https://feeds.example/categories/%E9%87%91/%E9%93%B6");
        assertThat(new String(document.bytes(Coding.IDENTITY), StandardCharsets.UTF_8))
                .contains("A &amp; B 😱");
    }

    @Test
    void a_category_with_others_below_it_is_a_folder_with_its_own_feed_first() {
        List<TermCount> listings = List.of(
                new TermCount(Samples.category("a"), 3),
                new TermCount(Samples.category("a", "b"), 2),
                new TermCount(Samples.category("a", "b", "c"), 1),
                new TermCount(Samples.category("a", "d"), 1),
                new TermCount(Samples.category("ab"), 1));
        Document whole = renderer.render(listings, List.of());
        assertThat(shape(Xml.children(Xml.root(whole), Xml.NONE, "body").get(0)))
                .isEqualTo("[categories:[a:[a,b:[b,c],d],ab]]");
        Document part = renderer.part(Samples.category("a", "b"), listings);
        assertThat(shape(Xml.children(Xml.root(part), Xml.NONE, "body").get(0))).isEqualTo("[b:[b,c]]");
    }

    private static String shape(Element parent) {
        return Xml.children(parent, Xml.NONE, "outline").stream()
                .map(child -> child.getAttribute("text") + (child.hasAttribute("xmlUrl") ? "" : ":" + shape(child)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void no_two_feeds_of_a_list_are_called_alike_even_where_only_letters_count() {
        List<TermCount> listings = new ArrayList<>(List.of(new TermCount(Term.EVERYTHING, 3)));
        for (Term.Kind kind : List.of(Term.Kind.CATEGORY, Term.Kind.AUTHOR, Term.Kind.TAG)) {
            for (String name : List.of("Java", "磨坊 Mill", "#Java", "by Java", "C++", "C#")) {
                listings.add(new TermCount(new Term(1, kind, List.of(name), List.of("s" + listings.size())), 1));
            }
        }
        listings.add(new TermCount(Samples.category("a › b"), 1));
        listings.add(new TermCount(Samples.category("a", "b"), 1));
        NodeList outlines = Xml.root(renderer.render(listings, List.of())).getElementsByTagName("outline");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < outlines.getLength(); i++) {
            Element outline = (Element) outlines.item(i);
            if (outline.hasAttribute("xmlUrl")) {
                texts.add(outline.getAttribute("text").replaceAll("(?U)[^\\w.-]+", "-"));
            }
        }
        assertThat(texts)
                .hasSize(listings.size())
                .doesNotHaveDuplicates()
                .contains("Java", "-Java", "by-Java", "磨坊-Mill");
    }

    @Test
    void thousands_of_categories_within_one_another_are_listed() {
        List<TermCount> listings = new ArrayList<>();
        String[] names = IntStream.range(0, 4_000).mapToObj(i -> "c" + i).toArray(String[]::new);
        for (int depth = 1; depth <= names.length; depth += depth < 5 ? 1 : 399) {
            listings.add(new TermCount(Samples.category(Arrays.copyOf(names, depth)), 1));
        }
        String opml = new String(renderer.render(listings, List.of()).bytes(Coding.IDENTITY), StandardCharsets.UTF_8);
        assertThat(opml.split("xmlUrl", -1)).hasSize(listings.size() + 1);
        assertThat(opml.split("<outline", -1)).hasSizeGreaterThan(3_500);
    }

    @Test
    void a_list_of_nothing_can_be_read() {
        assertThat(Xml.root(renderer.render(List.of(), List.of())).getLocalName())
                .isEqualTo("opml");
    }
}
