package dev.feedmill.browser;

import dev.feedmill.TestApp;
import java.io.IOException;
import java.nio.file.Path;

/** A folder of articles with everything in it that can break a page. */
final class Exhibits {
    static final String LONG_WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesentwurfsvorlage";
    private static final String NO_BREAK = "https-example-org-".repeat(12).replace("-", "");

    private final Path folder;

    private Exhibits(Path folder) {
        this.folder = folder;
    }

    static void hang(Path folder, Pictures pictures) throws IOException {
        Exhibits exhibits = new Exhibits(folder);
        exhibits.chinese();
        exhibits.everything();
        exhibits.wide();
        exhibits.pictures(pictures);
        exhibits.longWord();
        exhibits.fromTheRight();
        exhibits.careless(pictures);
        exhibits.bare();
        for (int i = 0; i < 120; i++) {
            exhibits.write(
                    "many/number-" + i + ".md",
                    "title: Number " + i + "\ndate: 2023-01-01 00:%02d:%02d".formatted(i / 60, i % 60)
                            + "\ncategories: Many\ntags: [counted, t" + i % 12 + "]\nauthor: Counter",
                    "The article of number " + i + ", which has a [link](https://example.org/" + i + ") in it.");
        }
    }

    private void chinese() throws IOException {
        write(
                "chinese.md",
                "title: 人民银行：保持流动性合理充裕，“稳健”的货币政策不变\ndate: 2024-05-01 10:00:00\nupdated: 2024-05-02\n"
                        + "lang: zh-CN\ncategories: [金融, 新浪财经, 新浪财经－國內]\ntags: [货币政策, C++, 'a/b & c?']\n"
                        + "authors: [新浪财经, Ann O’Neil]",
                """
                ## 一、背景

                今天，人民银行发布公告。**重要的是**，利率不变，见[公告全文](https://example.org/公告)。

                > 引用的一段话，很长很长，长到要换行，所以要看看引用的样子是不是还好读，字色够不够深。

                1. 第一
                2. 第二
                """);
        write(
                "chinese-parent.md",
                "title: 只在上一级\ndate: 2024-04-01\nlang: zh\ncategories: [金融, 新浪财经]\nauthor: 新浪财经",
                "正文。");
    }

    private void everything() throws IOException {
        write(
                "everything.md",
                "title: 'Everything & <all> of it'\ndate: 2024-03-01\ncategories: [[Craft, Type, Metal], Plain]\n"
                        + "tags: [Node.js, data.json, a b c]\nauthors: [Ann O’Neil, 'Bo', 'Cy <c@example.org>']\n"
                        + "link: https://example.org/elsewhere",
                """
                An opening with *stress*, **strength**, ~~deletion~~, `code`, and [a link](https://example.org/).

                ## A heading

                ### Below it

                * one
                  * one in one
                * two

                - [x] done
                - [ ] not done

                > A quotation of *some* length, so that it fills more than a line of a wide page, and [a link](/x).

                ---

                <details><summary>More</summary><p>Hidden <a href="https://example.org/hidden">at first</a>.</p></details>

                <dl><dt>Term</dt><dd>What it means</dd></dl>

                <p style="color:#eee;background:#fff">H<sub>2</sub>O, E = mc<sup>2</sup>, <kbd>Ctrl</kbd>,
                <mark>marked</mark>, <abbr title="Really Simple Syndication">RSS</abbr>, <ins>put in</ins></p>
                """);
        write(
                "own-heading.md",
                "title: With a heading of its own\ndate: 2024-02-01\ncategories: [[Craft, Type]]\nauthor: Ann O’Neil",
                "# With a heading of its own\n\nText.\n");
    }

    private void wide() throws IOException {
        String head = "| Column of some width ".repeat(14) + "|\n" + "|---".repeat(14) + "|\n";
        write(
                "wide.md",
                "title: Wide things\ndate: 2024-03-02\ncategories: [[Craft, Type]]\ntags: [" + LONG_WORD + "]",
                head + ("| a cell with words ".repeat(14) + "|\n").repeat(6)
                        + "\n```java\nfinal class Line { // "
                        + "a line that goes on and on ".repeat(12)
                        + "\n}\n```\n\nInline: `" + NO_BREAK + "`.\n\n<pre>" + NO_BREAK + "\n" + NO_BREAK
                        + "</pre>\n");
    }

    private void pictures(Pictures pictures) throws IOException {
        String wide = pictures.url("wide.png");
        write(
                "pictures.md",
                "title: Pictures\ndate: 2024-03-03\ncategories: [[Craft, Type]]\nimage: " + pictures.url("head.png"),
                "![A yellow disc on blue](" + wide + ")\n\nA small one, ![dot](" + Pictures.data(24, 24)
                        + "), within a line, and ![](" + pictures.url("ornament.png") + ") that says nothing.\n\n"
                        + "<figure><img src=\"" + wide + "?2\" alt=\"The same disc\" width=\"1600\" height=\"400\">"
                        + "<figcaption>With a caption.</figcaption></figure>\n\n"
                        + "[![A disc that leads somewhere](" + wide + "?3)](https://example.org/disc)\n");
    }

    private void longWord() throws IOException {
        write(
                "long-word.md",
                "title: " + LONG_WORD + "\ndate: 2024-03-04\nlang: de\ncategories: [[Craft, " + LONG_WORD
                        + "]]\ntags: [" + LONG_WORD + ", " + NO_BREAK + "]\nauthor: " + NO_BREAK,
                "## " + NO_BREAK + "\n\n" + LONG_WORD + " [" + NO_BREAK + "](https://example.org/" + NO_BREAK
                        + ")\n\n* " + NO_BREAK + "\n\n> " + NO_BREAK + "\n");
    }

    private void fromTheRight() throws IOException {
        write(
                "arabic.md",
                "title: مقالة عن الخلاصات (RSS) في 2024\ndate: 2024-03-05\nlang: ar\ncategories: لغات\ntags: [عربي]\nauthor: أحمد",
                "## عنوان\n\nهذا نص عربي فيه كلمات English وأرقام 123، و[رابط](https://example.org/ar).\n\n* أول\n* ثان\n\n> اقتباس\n\n```\nleft to right\n```\n");
        write(
                "hebrew.md",
                "title: מאמר בעברית על RSS\ndate: 2024-03-06\nlang: he\ncategories: לשון\ntags: [עברית]\nauthor: דנה",
                "פסקה בעברית עם English בתוכה, ו[קישור](https://example.org/he).\n\n```\nleft to right\n```\n");
    }

    /** As real posts are. */
    private void careless(Pictures pictures) throws IOException {
        String picture = pictures.url("untold.png");
        write("careless.html", "title: Careless\ndate: 2024-03-07\ncategories: [[Craft, Type]]", """
                <h4>Begins far down</h4>
                <p><img src="%1$s"> <a href="https://example.org/1"><img src="%1$s?1"></a></p>
                <h2></h2>
                <p id="twice">One <a href="https://example.org/2"></a><p id="twice">Two, <font color="#dddddd">pale</font>
                <table align="center" border="1"><tr><th><td align="right">1</table>
                <center>In the middle <a href="https://example.org/3" target="_blank">elsewhere</a></center>
                <ul><p>Not an item</p><li>An item</ul>
                <marquee>Runs</marquee><blink>Blinks</blink>
                <div role="button" tabindex="3" aria-hidden="true" onclick="go()">Presses nothing</div>
                <iframe src="https://www.youtube.com/embed/x"></iframe>
                <h5>And ends further down
                """.formatted(
                        picture));
    }

    private void bare() throws IOException {
        write("bare.md", "title: Bare", "");
    }

    private void write(String path, String front, String body) throws IOException {
        TestApp.write(folder, path, "---\n" + front + "\n---\n\n" + body);
    }
}
