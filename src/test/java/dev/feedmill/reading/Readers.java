package dev.feedmill.reading;

import dev.feedmill.article.Article;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.SanitizerRules;
import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.problem.Parsed;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.ReadingRules.CategoryStyle;
import dev.feedmill.reading.header.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Readers and files for tests. */
final class Readers {
    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    static final Instant FILE_TIME = Instant.parse("2025-05-05T05:05:05Z");

    private Readers() {}

    static ArticleReader standard() {
        return new ArticleReader(
                new ReadingRules(
                        ZoneId.of("Asia/Shanghai"),
                        CategoryStyle.PATHS,
                        List.of("_drafts"),
                        5 << 20,
                        1 << 16,
                        300,
                        null),
                sanitizer());
    }

    /** For a folder whose sites say everything. */
    static ReadingRules rulesOfSites() {
        return new ReadingRules(null, null, List.of("_drafts"), 5 << 20, 1 << 16, 300, null);
    }

    static HtmlSanitizer sanitizer() {
        return new HtmlSanitizer(new SanitizerRules(
                List.of(".appendQr_wrap", ".article-editor"), List.of("youtube.com"), BodyLimits.defaults()));
    }

    static Parsed<Article> read(String path, String text) {
        return read(path, text.getBytes(StandardCharsets.UTF_8));
    }

    static Parsed<Article> read(String path, byte[] bytes) {
        return standard().read(new SourceFile(path, bytes, FILE_TIME), NOW);
    }
}
