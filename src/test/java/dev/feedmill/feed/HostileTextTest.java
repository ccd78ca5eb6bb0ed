package dev.feedmill.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.address.Format;
import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.item.ContentOptions;
import dev.feedmill.html.SafeHtml;
import dev.feedmill.html.text.XmlText;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Whatever stands in an article, each document can be read and says the same in every format. */
class HostileTextTest {
    private final Samples.Renderer renderer = Samples.renderer(Samples.SITE);

    @Property(tries = 1000)
    void any_text_gives_documents_that_agree(
            @ForAll("hostile") String title, @ForAll("hostile") String text, @ForAll("hostile") String name) {
        Page page = Samples.page(article("x" + title, SafeHtml.stored(text), text, "n" + name));
        List<ReadBack> json = ReadBack.of(Format.JSON, renderer.render(Format.JSON, Term.EVERYTHING, page));
        assertThat(json.get(0).title()).isEqualTo(XmlText.clean("x" + title));
        assertThat(json.get(0).content()).isEqualTo(XmlText.clean(text));
        for (Format format : List.of(Format.RSS, Format.ATOM)) {
            Document document = renderer.render(format, Samples.category("c"), page);
            List<String> found = Xml.texts(body(document, format), namespace(format), "title");
            assertThat(found).containsExactly(XmlText.clean("x" + title));
            assertThat(content(document, format)).isEqualTo(XmlText.clean(text));
        }
    }

    @Property(tries = 300)
    void any_article_keeps_the_rules_of_feeds(
            @ForAll("hostile") String title, @ForAll("hostile") String text, @ForAll("hostile") String name) {
        Page page = Samples.page(
                article("x" + title, Samples.body(text), text, name), article("y", SafeHtml.EMPTY, "", ""));
        for (Format format : Format.values()) {
            Document document = renderer.render(format, Samples.category("a", "b"), page);
            assertThat(FeedRules.faults(format, document)).isEmpty();
        }
    }

    @Property(tries = 300)
    void any_names_give_a_list_of_feeds_that_can_be_read(@ForAll("hostile") String name) {
        Term term = new Term(1, Term.Kind.TAG, List.of("n" + name), List.of("segment"));
        Document opml = new OpmlRenderer(Samples.SITE, Term.Kind::plural, any -> null)
                .render(List.of(new TermCount(term, 1)), List.of());
        assertThat(Xml.root(opml)
                        .getElementsByTagName("outline")
                        .item(1)
                        .getAttributes()
                        .getNamedItem("text")
                        .getNodeValue())
                .isEqualTo(XmlText.clean("#n" + name));
    }

    @Property(tries = 300)
    void any_article_is_among_the_latest(@ForAll("hostile") String text) {
        Page page = Samples.page(article(text, SafeHtml.stored(text), text, text));
        Document latest = new LatestRenderer(Samples.SITE)
                .render(page, ContentOptions.WHOLE, new HashSet<>(LatestRenderer.FIELDS), null, Deadline.NEVER);
        assertThat(Json.items(latest).get(0)).containsEntry("title", XmlText.clean(text));
    }

    @Property(tries = 500)
    void dates_are_the_same_in_every_format(
            @ForAll @LongRange(min = -12_219_292_800L, max = 253_402_300_799L) long second) {
        Instant published = Instant.ofEpochSecond(second);
        Entry entry = Samples.entry("k", Samples.article("T", ""));
        Page page = Samples.page(List.of(new Entry(1, entry.id(), "k", published, published, entry.article())));
        for (Format format : Format.values()) {
            Document document = renderer.render(format, Term.EVERYTHING, page);
            assertThat(FeedRules.faults(format, document)).isEmpty();
            assertThat(ReadBack.of(format, document).get(0).published()).isEqualTo(published);
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "]]>",
                "<![CDATA[",
                "<script>alert(1)</script>",
                "<p onclick=x>",
                "&amp;",
                "&#0;",
                "&nbsp;",
                "&",
                "<",
                ">",
                "\"",
                "'",
                "\r\n",
                "\r",
                "\n",
                "\t",
                "\0",
                "\u0008",
                "\u001b",
                "\u007f",
                "\u0085",
                "\ud83d",
                "\ude00",
                "\ud83d\ude00",
                "\ufffe",
                "\uffff",
                "\ufeff",
                "\u2028",
                "\u202e",
                "\u3000",
                "漢字",
                "é",
                "%",
                "\\",
                "${x}",
                "--",
                "-->",
                "<?x?>",
                "<!DOCTYPE x>",
                "a".repeat(509),
                "漢".repeat(511));
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40),
                pieces.list().ofMaxSize(12).map(list -> String.join("", list)));
    }

    private static Article article(String title, SafeHtml body, String summary, String name) {
        Article plain = Samples.article(
                title,
                "",
                summary,
                List.of(name),
                List.of(CategoryPath.of("c", name)),
                List.of(name, "tag"),
                "https://i.example/a.png",
                null,
                name);
        return plain.with(body);
    }

    private static org.w3c.dom.Element body(Document document, Format format) {
        String name = format == Format.RSS ? "item" : "entry";
        return (org.w3c.dom.Element)
                Xml.root(document).getElementsByTagNameNS("*", name).item(0);
    }

    private static String namespace(Format format) {
        return format == Format.RSS ? Xml.NONE : Xml.ATOM;
    }

    private static String content(Document document, Format format) {
        List<String> texts = format == Format.RSS
                ? Xml.texts(body(document, format), Xml.CONTENT, "encoded")
                : Xml.texts(body(document, format), Xml.ATOM, "content");
        return texts.isEmpty() ? "" : texts.get(0);
    }
}
