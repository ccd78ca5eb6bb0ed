package dev.feedmill.pages;

import dev.feedmill.article.Article;
import dev.feedmill.html.Here;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * What all pages share.
 *
 * @param title of the site
 * @param language BCP 47 tag of articles that name none, which the pages' own words follow
 * @param zone in which a moment becomes a day
 */
public record Frame(Here here, String title, String description, String language, ZoneId zone) {
    /** The pages' own words. */
    public Words words() {
        return Words.of(language);
    }

    /** Such as {@code 1 May 2024}. */
    String day(Instant moment) {
        return format("day", moment);
    }

    /** The same with the time of day. */
    String moment(Instant moment) {
        return format("moment", moment);
    }

    private String format(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(words().get(pattern), words().locale())
                .withZone(zone)
                .format(moment);
    }

    /** The language of an article's words. */
    String language(Article article) {
        String own = article.language();
        return own == null ? language : own;
    }
}
