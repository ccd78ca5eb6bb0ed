package dev.feedmill.bench;

import dev.feedmill.html.SanitizerRules;
import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.ReadingRules.CategoryStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Articles as sites write them, the same on every machine and in every run. */
public final class Inputs {
    public static final SanitizerRules SANITIZER_RULES = new SanitizerRules(
            List.of(".appendQr_wrap", ".article-editor"), List.of("youtube.com"), BodyLimits.defaults());
    public static final ReadingRules READING_RULES = new ReadingRules(
            ZoneId.of("Asia/Shanghai"), CategoryStyle.PATHS, List.of("_drafts"), 5 << 20, 1 << 16, 300, null);

    private static final int PARAGRAPHS = 16;
    private static final int FIRST_IDEOGRAPH = 0x4e00;
    private static final int IDEOGRAPHS = 0x400;

    private Inputs() {}

    /** A whole news article in Chinese, about 8 kB in UTF-8: nested categories, and junk in its body. */
    public static String newsArticle(int number) {
        return """

                ---
                title: '%s'
                categories:
                 - 金融
                 - 金融源3
                 - 金融源3－频道1
                headimg: 'https://pictures.example/%d.jpg'
                author: 金融源3
                comments: false
                date: Sat, 27 Mar 2021 10:42:12 GMT
                thumbnail: 'https://pictures.example/%d.jpg'
                ---

                """.formatted(ideographs(new Random(number), 20), number, number) + newsBody(number);
    }

    /** The body of that article, in HTML. */
    public static String newsBody(int number) {
        Random random = new Random(number);
        StringBuilder body = new StringBuilder("<div>\n");
        for (int i = 0; i < PARAGRAPHS; i++) {
            body.append(paragraph(random, i)).append('\n');
        }
        return body.append("""
                <!-- 文末二维码 start -->
                <style>.appendQr_wrap{border:1px solid #E6E6E6;padding:8px;}</style>
                <div class="clearfix appendQr_wrap"><div class="appendQr_normal_txt">海量资讯、精准解读</div></div>
                <p class="article-editor">责任编辑：某某 </p>
                </div>
                """).toString();
    }

    private static String paragraph(Random random, int number) {
        return switch (number % 8) {
            case 2 ->
                "<div class=\"img_wrapper\"><img src=\"https://pictures.example/" + number
                        + ".jpg\" alt referrerpolicy=\"no-referrer\"></div>";
            case 4 -> "<!--article_adlist[<p cms-style=\"font-L\">" + ideographs(random, 12) + "</p>]article_adlist-->";
            case 6 ->
                "<p onclick=\"alert(1)\" cms-style=\"font-L\">　　<strong>" + ideographs(random, 50)
                        + "</strong><a href=\"/more/" + number + "\">" + ideographs(random, 5) + "</a></p>";
            default -> "<p cms-style=\"font-L\">　　" + ideographs(random, 210) + "</p>";
        };
    }

    private static String ideographs(Random random, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) (FIRST_IDEOGRAPH + random.nextInt(IDEOGRAPHS)));
        }
        return text.toString();
    }

    /** A post in English Markdown with front matter, code and links. */
    public static String post() {
        try (InputStream in = Objects.requireNonNull(Inputs.class.getResourceAsStream("post.md"), "post.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("post.md cannot be read", e);
        }
    }
}
