package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Article;
import dev.feedmill.article.Article.DateOrigin;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
    private static Article article(String path, String text) {
        Parsed<Article> parsed = Readers.read(path, text);
        assertThat(parsed).as(parsed.problems().toString()).isInstanceOf(Parsed.Read.class);
        return ((Parsed.Read<Article>) parsed).value();
    }

    private static Article front(String header) {
        return article("a.md", "---\n" + header + "\ndate: 2024-01-01\n---\n\nText.\n");
    }

    private static List<Kind> kinds(Parsed<Article> parsed) {
        return parsed.problems().stream().map(Problem::kind).toList();
    }

    @Test
    void a_note_without_title_and_heading_is_untitled() {
        for (String header : List.of("title:", "title: \"\"", "date: 2024-01-01")) {
            String name = header.startsWith("title") ? "my-note.md" : "2024-01-01-1830.md";
            Parsed<Article> read = Readers.read(name, "---\n" + header + "\n---\nJust a note.\n\n# Late");
            Article note = ((Parsed.Read<Article>) read).value();
            assertThat(note.title()).isEmpty();
            assertThat(note.label()).isEqualTo("Just a note.");
            assertThat(read.problems()).noneMatch(problem -> problem.kind() == Kind.TITLE);
        }
        assertThat(article("my-note.md", "---\ndate: 2024-01-01\n---\nJust a note.")
                        .title())
                .isEqualTo("my note");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "title: plain ¦ plain",
                "title: yes ¦ yes",
                "title: 010 ¦ 010",
                "title: 12:30:45 ¦ 12:30:45",
                "title: a: b ¦ a: b",
                "title: @x ¦ @x",
                "title: [draft] x ¦ [draft] x",
                "title: [draft] ¦ [draft]",
                "title: 'it's \"so\"' ¦ it's \"so\"",
                "title: \"say \\\"hi\\\"\" ¦ say \"hi\"",
                "title: A &amp; B &#123;x&#125; ¦ A & B {x}",
                "title: <3 Deno ¦ <3 Deno",
                "Title: Upper key ¦ Upper key",
                "title: \"tab\\there\" ¦ tab here"
            })
    void a_title_is_what_the_author_wrote(String header, String title) {
        assertThat(front(header).title()).isEqualTo(title);
    }

    @Test
    void front_matter_is_read_in_every_dialect() {
        for (String text : List.of(
                "---\ntitle: T\ndate: 2024-01-02\ntags: [a, b]\n---\nText",
                "\n\n---\r\ntitle: T\r\ndate: 2024-01-02\r\ntags:\r\n - a\r\n - b\r\n---\r\nText",
                "title: T\ndate: 2024-01-02\ntags: a, b\n---\nText",
                "+++\ntitle = \"T\"\ndate = 2024-01-02T00:00:00+08:00\ntags = [\"a\", \"b\"]\n+++\nText",
                "+++\ntitle = \"T\"\ndate = 2024-01-02\n[taxonomies]\ntags = [\"a\", \"b\"]\n+++\nText",
                ";;;\n\"title\": \"T\", \"date\": \"2024-01-02\", \"tags\": [\"a\", \"b\"]\n;;;\nText",
                "{\"title\": \"T\", \"date\": \"2024-01-02\", \"tags\": [\"a\", \"b\"]}\n\nText")) {
            Article article = article("a.md", text);
            assertThat(article.title()).as(text).isEqualTo("T");
            assertThat(article.published()).as(text).isEqualTo(Instant.parse("2024-01-01T16:00:00Z"));
            assertThat(article.tags()).as(text).containsExactly("a", "b");
            assertThat(article.body().stored()).as(text).isEqualTo("<p>Text</p>");
            assertThat(Readers.read("a.md", text).problems()).as(text).isEmpty();
        }
    }

    @Test
    void front_matter_that_is_not_sure_is_refused_at_its_line() {
        for (String text : List.of(
                "---\ntitle: never closed\n\nText",
                "# Heading\n---\ntitle: x\ndraft: true\n---\nText",
                "---\n: nothing\n\t- at all\n---\nText")) {
            Parsed<Article> parsed = Readers.read("a.md", text);
            assertThat(parsed).as(text).isInstanceOf(Parsed.Refused.class);
            assertThat(kinds(parsed)).as(text).contains(Kind.FRONT_MATTER);
            assertThat(parsed.problems().get(0).location().line()).as(text).isPositive();
        }
    }

    @Test
    void a_rule_in_the_body_stays_in_the_body() {
        assertThat(article("a.md", "---\ntitle: x\ndate: 2024-01-01\n---\na\n\n---\n\nb")
                        .body()
                        .stored())
                .isEqualTo("<p>a</p>\n<hr>\n<p>b</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft: true",
                "draft: yes",
                "published: false",
                "published: 'false'",
                "status: draft",
                "Draft: True",
                "private: true",
                "draft: true\ntitle: a: b: c",
                "password: x",
                "visibility: private"
            })
    void what_its_author_holds_back_is_a_draft(String header) {
        assertThat(front(header).draft()).isTrue();
    }

    @Test
    void a_draft_folder_holds_back_and_other_articles_are_public() {
        assertThat(article("x/_drafts/a.md", "---\ntitle: x\n---\n").draft()).isTrue();
        assertThat(front("title: x\ndraft: false\npublished: true").draft()).isFalse();
        assertThat(front("title: x\npublished: 2020-01-01").draft()).isFalse();
    }

    @Test
    void categories_are_paths_and_lists_of_lists_are_several() {
        assertThat(front("categories:\n - 金融\n - 新浪财经").categories()).containsExactly(CategoryPath.of("金融", "新浪财经"));
        assertThat(front("categories:\n - [a, b]\n - [c]").categories())
                .containsExactly(CategoryPath.of("a", "b"), CategoryPath.of("c"));
        assertThat(front("category: One Name").categories()).containsExactly(CategoryPath.of("One Name"));
        assertThat(front("categories: 2021").categories()).containsExactly(CategoryPath.of("2021"));
        assertThat(front("categories:").categories()).isEmpty();
        assertThat(front("tags: [1, 1, ~, ' x ']").tags()).containsExactly("1", "x");
    }

    @Test
    void authors_may_be_a_text_a_list_or_a_map() {
        assertThat(front("author: Ann <ann@example.org>").authors()).containsExactly("Ann");
        assertThat(front("author: [Ann, Bob]").authors()).containsExactly("Ann", "Bob");
        assertThat(front("author:\n  name: Ann\n  url: x").authors()).containsExactly("Ann");
        assertThat(front("authors:\n - name: Ann\n - Bob").authors()).containsExactly("Ann", "Bob");
        assertThat(front("author: Smith, John").authors()).containsExactly("Smith, John");
    }

    @Test
    void an_undated_article_takes_the_date_of_its_name_or_file_and_never_now() {
        Article named = article("2014-05-01-x.md", "---\ntitle: x\n---\n");
        assertThat(named.publishedFrom()).isEqualTo(DateOrigin.FILE_NAME);
        assertThat(named.published()).isEqualTo(Instant.parse("2014-04-30T16:00:00Z"));
        assertThat(named.slug()).isEqualTo("x");
        Parsed<Article> undated = Readers.read("x.md", "---\ntitle: x\ndate: Invalid Date\n---\n");
        assertThat(((Parsed.Read<Article>) undated).value().published()).isEqualTo(Readers.FILE_TIME);
        assertThat(undated.problems().get(0).toString()).startsWith("x.md:3: 'date' must be a date");
    }

    @Test
    void a_change_before_the_article_or_in_the_future_is_reported_and_left_out() {
        for (String updated : List.of("2023-01-01", "2027-01-01", "soon")) {
            Parsed<Article> parsed =
                    Readers.read("a.md", "---\ntitle: x\ndate: 2024-01-01\nupdated: " + updated + "\n---\n");
            assertThat(((Parsed.Read<Article>) parsed).value().updated()).isNull();
            assertThat(parsed.problems()).singleElement().asString().startsWith("a.md:4: 'updated' must");
        }
        assertThat(front("lastmod: 2024-03-01").updated()).isEqualTo(Instant.parse("2024-02-29T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '§',
            value = {
                "a {% include x.html %} b ¦ <p>a  b</p>",
                "a {{ site.url }}/x b ¦ <p>a /x b</p>",
                "{% raw %}{{ kept }}{% endraw %} ¦ <p>{{ kept }}</p>",
                "`{% code %}` x ¦ <p><code>{% code %}</code> x</p>",
                "{{< figure src=\"/i.png\" caption=\"C\" >}} ¦ <figure><img src=\"https://feedmill.invalid/i.png\" alt=\"C\" referrerpolicy=\"no-referrer\"><figcaption><p>C</p></figcaption></figure>",
                "a {% unclosed ¦ <p>a {% unclosed</p>",
                "{% comment %}secret{% endcomment %}b ¦ <p>b</p>"
            })
    void template_code_never_reaches_a_feed(String body, String html) {
        String text = "---\ntitle: x\ndate: 2024-01-01\n---\n" + body + "\n";
        assertThat(article("a.md", text).body().stored()).isEqualTo(html);
    }

    @Test
    void a_code_block_of_a_template_is_a_code_block() {
        String text = "---\ntitle: x\ndate: 2024-01-01\n---\n{% highlight ruby %}\na  < b\n\nc\n{% endhighlight %}\n";
        assertThat(article("a.md", text).body().stored())
                .isEqualTo("<pre><code class=\"language-ruby\">a  &lt; b\n\nc</code></pre>");
        assertThat(Readers.read("a.md", text).problems()).isEmpty();
    }

    @Test
    void an_opener_repeated_for_ever_takes_no_longer_than_text() {
        for (String opener : List.of(
                "{% ",
                "{{ ",
                "{{<",
                "{{%",
                "{% comment %}",
                "{% img a ",
                "{{ x }}",
                "$$",
                "<code ",
                "`",
                "``a",
                "{/* ",
                "``` x\n",
                "{:a",
                "<pre>{%",
                "> ",
                "# a#",
                "<!--x\n")) {
            String text = "---\ntitle: x\ndate: 2024-01-01\n---\n" + opener.repeat(1_000_000 / opener.length());
            assertThat(Readers.read("a.md", text).problems()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- more -->",
                "<!--more-->",
                "<!-- More -->",
                "<!--more 阅读全文-->",
                "<!-- truncate -->",
                "{/* truncate */}"
            })
    void what_stands_before_the_marker_is_the_summary(String marker) {
        Article article =
                article("a.md", "---\ntitle: x\ndate: 2024-01-01\n---\nFirst *part*.\n\n" + marker + "\n\nRest.\n");
        assertThat(article.summary()).isEqualTo("First part.");
        assertThat(article.body().stored()).contains("Rest.").doesNotContain("more", "truncate");
    }

    @Test
    void a_heading_that_repeats_the_title_is_neither_in_the_body_nor_in_the_summary() {
        Article article = article("a.md", "---\ntitle: Fog\n---\n# *Fog*!\n\n<!-- more -->\n\nThe first train.\n");
        assertThat(article.body().stored()).isEqualTo("<p>The first train.</p>");
        assertThat(article.summary()).isEqualTo("The first train.");
        Article named = article("a.md", "# Fog\n\nThe first train.\n");
        assertThat(named.title()).isEqualTo("Fog");
        assertThat(named.body().stored()).isEqualTo("<p>The first train.</p>");
    }

    @Test
    void a_link_of_its_own_is_kept_and_a_permalink_that_climbs_is_refused() {
        assertThat(front("link: https://blog.example/x y").link()).isEqualTo("https://blog.example/x%20y");
        assertThat(front("permalink: /2020/name.html").link()).isNull();
        assertThat(front("permalink: /2020/name.html").slug()).isEqualTo("name");
        Parsed<Article> climbing =
                Readers.read("a.md", "---\ntitle: x\ndate: 2024-01-01\npermalink: /a/%2e%2e/%2e%2e/etc\n---\n");
        assertThat(kinds(climbing)).containsExactly(Kind.URL);
        assertThat(((Parsed.Read<Article>) climbing).value().slug()).isEqualTo("a");
    }

    @Test
    void bytes_that_are_not_utf_8_are_read_as_chinese_or_refused() {
        String text = "---\ntitle: 标题\ndate: 2024-01-01\n---\n正文\n";
        Parsed<Article> gbk = Readers.read("a.md", text.getBytes(Charset.forName("GB18030")));
        assertThat(((Parsed.Read<Article>) gbk).value().title()).isEqualTo("标题");
        assertThat(gbk.problems())
                .singleElement()
                .asString()
                .startsWith("a.md:2: ")
                .contains("GB18030");
        Parsed<Article> marked = Readers.read("a.md", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
        assertThat(((Parsed.Read<Article>) marked).value().title()).isEqualTo("标题");
        assertThat(kinds(marked)).containsExactly(Kind.ENCODING);
        assertThat(kinds(Readers.read("a.md", new byte[] {'a', 0, 'b'}))).containsExactly(Kind.NOT_TEXT);
    }

    @Test
    void html_files_and_single_blocks_are_not_markdown() {
        assertThat(article("a.html", "---\ntitle: x\ndate: 2024-01-01\n---\n<p>*a*</p>")
                        .body()
                        .stored())
                .isEqualTo("<p>*a*</p>");
        assertThat(article("a.txt", "---\ntitle: x\ndate: 2024-01-01\n---\n<div>\n\n    <p>a</p>\n</div>")
                        .body()
                        .stored())
                .isEqualTo("<p>a</p>");
        assertThat(article("a.md", "---\ntitle: x\ndate: 2024-01-01\nformat: html\n---\n*a*")
                        .body()
                        .stored())
                .isEqualTo("*a*");
        assertThat(article(
                                "a.md",
                                "---\ntitle: x\ndate: 2024-01-01\n---\n- [x] done\n- [ ] open\n\n|a|b|\n|-|-|\n|1|2|\n\n~~no~~")
                        .body()
                        .stored())
                .contains("☑ done", "☐ open", "<td>1</td>", "<del>no</del>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"* x\n", "<b>x</b>", "*a* ", "[a](b) ", "a &amp; ", "|x|\n", "`x` "})
    void a_flood_of_markdown_is_refused_before_it_is_parsed(String mark) {
        Parsed<Article> parsed = Readers.read("a.md", "---\ntitle: x\ndate: 2024-01-01\n---\n" + mark.repeat(300_000));
        assertThat(parsed.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("200000 lines and marks"));
    }

    @Property(tries = 500)
    void no_bytes_make_it_fail(@ForAll byte[] bytes, @ForAll String text) {
        assertThat(Readers.read("a.md", bytes)).isNotNull();
        assertThat(Readers.read("a.md", text)).isNotNull();
        assertThat(Readers.read("a.md", "---\n" + text + "\n---\n" + text)).isNotNull();
        assertThat(Readers.read("a.md", "+++\n" + text + "\n+++\n" + text)).isNotNull();
        assertThat(Readers.read("a.md", "{\"title\": \"" + text + "\"}\n" + text))
                .isNotNull();
    }

    @Property(tries = 300)
    void a_draft_is_a_draft_whatever_stands_beside_it(@ForAll String noise) {
        String line = noise.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]", " ").strip();
        Parsed<Article> parsed = Readers.read("a.md", "---\ntitle: " + line + "\ndraft: true\n---\nText");
        assertThat(parsed instanceof Parsed.Refused<Article>
                        || ((Parsed.Read<Article>) parsed).value().draft())
                .as(line)
                .isTrue();
    }
}
