package dev.feedmill.feed;

import static dev.feedmill.feed.Samples.SITE;
import static dev.feedmill.feed.Xml.ATOM;
import static dev.feedmill.feed.Xml.CONTENT;
import static dev.feedmill.feed.Xml.DC;
import static dev.feedmill.feed.Xml.MEDIA;
import static dev.feedmill.feed.Xml.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.address.Format;
import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Term;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class FeedRendererTest {
    private final Samples.Renderer renderer = Samples.renderer(SITE);

    @ParameterizedTest
    @EnumSource
    void a_feed_without_entries_is_valid(Format format) {
        Document empty = renderer.render(format, Samples.category("金融"), Samples.page());
        assertThat(FeedRules.faults(format, empty)).isEmpty();
        assertThat(empty.mediaType()).isEqualTo(format.mediaType());
    }

    @Test
    void the_channel_has_what_a_reader_needs() {
        Element channel = channel(Samples.category("金融", "新浪财经"), Samples.page(Samples.article("T", "")));
        assertThat(Xml.text(channel, NONE, "title")).isEqualTo("磨坊 Mill › 金融 › 新浪财经");
        assertThat(Xml.text(channel, NONE, "link"))
                .isEqualTo("https://feeds.example/categories/%E9%87%91%E8%9E%8D/%E6%96%B0%E6%B5%AA%E8%B4%A2%E7%BB%8F");
        assertThat(Xml.text(channel, NONE, "ttl")).isEqualTo("90");
        assertThat(Xml.text(channel, NONE, "language")).isEqualTo("zh-CN");
        assertThat(Xml.text(channel, NONE, "generator")).isEqualTo("Feedmill 0.1.0");
        assertThat(Xml.text(channel, NONE, "lastBuildDate")).isEqualTo("Wed, 01 May 2024 08:09:07 GMT");
        Element self = Xml.children(channel, ATOM, "link").get(0);
        assertThat(self.getAttribute("href")).endsWith("/%E6%96%B0%E6%B5%AA%E8%B4%A2%E7%BB%8F.rss");
        assertThat(self.getAttribute("type")).isEqualTo("application/rss+xml");
    }

    @Test
    void the_feed_of_everything_leads_to_the_website() {
        Element channel = channel(Term.EVERYTHING, Samples.page());
        assertThat(Xml.text(channel, NONE, "title")).isEqualTo("磨坊 Mill");
        assertThat(Xml.text(channel, NONE, "link")).isEqualTo("https://mill.example/");
    }

    @Test
    void ids_stay_when_the_server_moves() {
        Page page = Samples.page(Samples.article("T", ""));
        Samples.Renderer moved = Samples.renderer(Samples.site("https://other.example:8443/below"));
        Element here = Xml.root(renderer.render(Format.ATOM, Samples.category("a"), page));
        Element there = Xml.root(moved.render(Format.ATOM, Samples.category("a"), page));
        assertThat(Xml.text(there, ATOM, "id")).isEqualTo(Xml.text(here, ATOM, "id"));
        assertThat(Xml.text(entry(there), ATOM, "id")).isEqualTo(Xml.text(entry(here), ATOM, "id"));
        Element other = Xml.root(renderer.render(Format.ATOM, Samples.category("b"), page));
        assertThat(Xml.text(other, ATOM, "id")).isNotEqualTo(Xml.text(here, ATOM, "id"));
    }

    @Test
    void links_to_the_server_itself_get_its_address() {
        Page page = Samples.page(Samples.article("T", "<a href=\"https://feedmill.invalid/articles/x\">x</a>"));
        for (Format format : Format.values()) {
            Document document = renderer.render(format, Term.EVERYTHING, page);
            assertThat(text(document))
                    .contains("https://feeds.example/articles/x")
                    .doesNotContain("invalid");
        }
    }

    @Test
    void every_author_is_a_creator_and_the_publisher_stands_in() {
        Article two = article(List.of("Ada", "Bo & Co"), null, null);
        Article none = article(List.of(), null, null);
        Element channel = channel(Term.EVERYTHING, Samples.page(two, none));
        List<Element> items = Xml.children(channel, NONE, "item");
        assertThat(Xml.texts(items.get(0), DC, "creator")).containsExactly("Ada", "Bo & Co");
        assertThat(Xml.texts(items.get(1), DC, "creator")).containsExactly("磨坊 Mill");
    }

    @Test
    void an_edit_changes_updated_only() {
        Article article = article(List.of("Ada"), null, null);
        Entry before = Samples.entry("k", article);
        Entry after = new Entry(
                before.number(),
                before.id(),
                "k",
                before.published(),
                before.published().plusSeconds(60),
                article);
        Element item = item(channel(Term.EVERYTHING, Samples.page(List.of(after))));
        assertThat(Xml.text(item, NONE, "pubDate")).isEqualTo("Wed, 01 May 2024 08:09:07 GMT");
        assertThat(Xml.text(item, ATOM, "updated")).isEqualTo("2024-05-01T08:10:07Z");
        assertThat(Xml.texts(item(channel(Term.EVERYTHING, Samples.page(List.of(before)))), ATOM, "updated"))
                .isEmpty();
    }

    @Test
    void a_summary_about_markup_stays_words() {
        Article article = Samples.article(
                "T", "", "<script>alert(1)</script> & &lt;b&gt;", List.of("A"), List.of(), List.of(), null, null, null);
        Element item = item(channel(Term.EVERYTHING, Samples.page(article)));
        assertThat(Xml.text(item, NONE, "description"))
                .isEqualTo("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &amp;lt;b&amp;gt;");
        Element entry = entry(Xml.root(renderer.render(Format.ATOM, Term.EVERYTHING, Samples.page(article))));
        assertThat(Xml.text(entry, ATOM, "summary")).isEqualTo(article.summary());
    }

    @Test
    void a_category_is_its_name_with_the_address_of_its_page() {
        Article article = Samples.article(
                "T",
                "",
                "",
                List.of("A"),
                List.of(CategoryPath.of("金", "银"), CategoryPath.of("金", "铜")),
                List.of("银"),
                null,
                null,
                null);
        Element item = item(channel(Term.EVERYTHING, Samples.page(article)));
        assertThat(Xml.texts(item, NONE, "category")).containsExactly("金", "银", "铜", "银");
        assertThat(Xml.children(item, NONE, "category"))
                .extracting(category -> category.getAttribute("domain"))
                .containsExactly(
                        "https://feeds.example/categories/%E9%87%91",
                        "https://feeds.example/categories/%E9%87%91/%E9%93%B6",
                        "https://feeds.example/categories/%E9%87%91/%E9%93%9C",
                        "https://feeds.example/tags/%E9%93%B6");
        assertThat(Json.items(renderer.render(Format.JSON, Term.EVERYTHING, Samples.page(article)))
                        .get(0))
                .containsEntry("tags", List.of("金", "银", "铜"));
    }

    @Test
    void the_address_of_a_category_is_that_of_its_page_whatever_its_name() {
        Article article = Samples.article(
                "T",
                "",
                "",
                List.of("A"),
                List.of(CategoryPath.of("C/C++", "..")),
                List.of("package.json", "A/B", "A-B"),
                null,
                null,
                null);
        Element item = item(channel(Term.EVERYTHING, Samples.page(article)));
        assertThat(Xml.children(item, NONE, "category"))
                .extracting(category -> category.getTextContent() + " " + category.getAttribute("domain"))
                .containsExactly(
                        "C/C++ https://feeds.example/categories/C-C-",
                        ".. https://feeds.example/categories/C-C-/-",
                        "package.json https://feeds.example/tags/package-json",
                        "A/B https://feeds.example/tags/A-B",
                        "A-B https://feeds.example/tags/A-B");
    }

    @Test
    void a_language_is_given_where_it_differs() {
        Page page = Samples.page(
                article(List.of("A"), null, "en-GB"),
                article(List.of("A"), null, "ZH-cn"),
                article(List.of("A"), null, "not a language"));
        List<Element> items = Xml.children(channel(Term.EVERYTHING, page), NONE, "item");
        assertThat(items.get(0))
                .satisfies(item -> assertThat(Xml.texts(item, DC, "language")).containsExactly("en-GB"));
        assertThat(Xml.texts(items.get(1), DC, "language")).isEmpty();
        assertThat(Xml.texts(items.get(2), DC, "language")).isEmpty();
        Element feed = Xml.root(renderer.render(Format.ATOM, Term.EVERYTHING, page));
        assertThat(feed.getAttributeNS(Xml.XML, "lang")).isEqualTo("zh-CN");
        assertThat(Xml.children(feed, ATOM, "entry"))
                .extracting(entry -> entry.getAttributeNS(Xml.XML, "lang"))
                .containsExactly("en-GB", "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "https://i.example/a.JPG?w=1.png, image/jpeg",
        "https://i.example/a.webp#x.gif, image/webp",
        "https://i.example/a, ''",
        "https://i.example/, ''",
        "https://i.png/a, ''"
    })
    void a_picture_is_given_in_both_forms_with_its_type_where_known(String url, String type) {
        Element item = item(channel(Term.EVERYTHING, Samples.page(article(List.of("A"), url, null))));
        Element content = Xml.children(item, MEDIA, "content").get(0);
        assertThat(content.getAttribute("url")).isEqualTo(url);
        assertThat(content.getAttribute("type")).isEqualTo(type);
        assertThat(Xml.children(item, MEDIA, "thumbnail").get(0).getAttribute("url"))
                .isEqualTo(url);
    }

    @Test
    void white_space_in_code_and_the_end_of_cdata_stay_as_they_are() {
        String body = "<pre><code>\tif (a[b[0]]&gt;1)\n\n    ]]&gt; \"x\" 'y'\n</code></pre>";
        Page page = Samples.page(Samples.article("T", body));
        assertThat(Xml.text(item(channel(Term.EVERYTHING, page)), CONTENT, "encoded"))
                .isEqualTo(body);
        Element entry = entry(Xml.root(renderer.render(Format.ATOM, Term.EVERYTHING, page)));
        assertThat(Xml.text(entry, ATOM, "content")).isEqualTo(body);
        assertThat(text(renderer.render(Format.RSS, Term.EVERYTHING, page)))
                .contains("<content:encoded><![CDATA[<pre>", "    ]]&gt; \"x\" 'y'")
                .doesNotContain("\r");
    }

    @Test
    void the_end_of_a_section_within_a_body_does_not_end_it() {
        String body = "a ]]> b ]]]]>> c]]>";
        Page page = Samples.page(Samples.article("T", body));
        assertThat(Xml.text(item(channel(Term.EVERYTHING, page)), CONTENT, "encoded"))
                .isEqualTo(body);
        Element entry = entry(Xml.root(renderer.render(Format.ATOM, Term.EVERYTHING, page)));
        assertThat(Xml.text(entry, ATOM, "content")).isEqualTo(body);
    }

    @Test
    void what_has_no_body_has_no_content() {
        Page page = Samples.page(Samples.article("T", ""));
        assertThat(Xml.texts(item(channel(Term.EVERYTHING, page)), CONTENT, "encoded"))
                .isEmpty();
        Document atom = renderer.render(Format.ATOM, Term.EVERYTHING, page);
        assertThat(FeedRules.faults(Format.ATOM, atom)).isEmpty();
        assertThat(Xml.texts(entry(Xml.root(atom)), ATOM, "content")).isEmpty();
    }

    @Test
    void what_has_a_title_alone_has_it_as_the_text_that_atom_wants() {
        Article article = Samples.article("T", "", "", List.of("A"), List.of(), List.of(), null, null, null);
        Document atom = renderer.render(Format.ATOM, Term.EVERYTHING, Samples.page(article));
        assertThat(Xml.texts(entry(Xml.root(atom)), ATOM, "summary")).containsExactly("T");
    }

    @ParameterizedTest
    @CsvSource({
        "<p><img src=\"https://i.example/a.png?b&amp;c\" alt=\">\"> words</p>, 0",
        "<figure> <a href=\"https://x.example/\"><img alt=\"\" src=\"https://i.example/a.png?b&amp;c\"></a></figure>, 0",
        "<p>Words</p><img src=\"https://i.example/a.png?b&amp;c\">, 1",
        "<p><img src=\"https://i.example/other.png\"></p>, 1",
        "<p>Words</p>, 1",
        "'', 1"
    })
    void a_picture_that_the_body_begins_with_is_no_medium_beside_it(String body, int media) {
        String url = "https://i.example/a.png?b&c";
        Article article = Samples.article("T", body, "S", List.of("A"), List.of(), List.of(), url, null, null);
        Element item = item(channel(Term.EVERYTHING, Samples.page(article)));
        assertThat(Xml.children(item, MEDIA, "content")).hasSize(media);
        assertThat(Xml.children(item, MEDIA, "thumbnail")).hasSize(1);
        Element entry = entry(Xml.root(renderer.render(Format.ATOM, Term.EVERYTHING, Samples.page(article))));
        assertThat(Xml.children(entry, MEDIA, "content")).hasSize(media);
    }

    @Test
    void json_names_the_first_author_as_older_readers_look_for_it() {
        Document json =
                renderer.render(Format.JSON, Term.EVERYTHING, Samples.page(article(List.of("Ada", "Bo"), null, null)));
        assertThat(Json.items(json).get(0))
                .containsEntry("author", Map.of("name", "Ada"))
                .containsEntry("authors", List.of(Map.of("name", "Ada"), Map.of("name", "Bo")));
        assertThat(Json.read(json)).containsEntry("author", Map.of("name", "磨坊 Mill"));
    }

    @Test
    void letters_of_all_planes_are_plain_utf_8() {
        String title = "é 漢 😱 🏴󠁧󠁢󠁳󠁣󠁴󠁿 \uE000";
        for (Format format : Format.values()) {
            Document document = renderer.render(format, Term.EVERYTHING, Samples.page(Samples.article(title, title)));
            assertThat(text(document)).contains(title).doesNotContain("&#", "\\u");
        }
    }

    private Element channel(Term term, Page page) {
        Document document = renderer.render(Format.RSS, term, page);
        assertThat(FeedRules.faults(Format.RSS, document)).isEmpty();
        return Xml.children(Xml.root(document), NONE, "channel").get(0);
    }

    private static Element item(Element channel) {
        return Xml.children(channel, NONE, "item").get(0);
    }

    private static Element entry(Element feed) {
        return Xml.children(feed, ATOM, "entry").get(0);
    }

    private static Article article(List<String> authors, @Nullable String image, @Nullable String language) {
        return Samples.article("T", "<p>x</p>", "S", authors, List.of(), List.of(), image, null, language);
    }

    private static String text(Document document) {
        return new String(document.bytes(Coding.IDENTITY), StandardCharsets.UTF_8);
    }
}
