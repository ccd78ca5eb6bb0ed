package dev.feedmill.pages;

import dev.feedmill.html.Here;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What all pages share.
 *
 * @param title of the site
 * @param language BCP 47 tag of the site, which the pages' own words follow
 * @param zone in which a moment becomes a day
 */
public record Frame(Here here, String title, String description, String language, ZoneId zone) {
    /** The pages' own words in that language. */
    public Words words() {
        return language.toLowerCase(Locale.ROOT).startsWith("zh") ? Words.CHINESE : Words.ENGLISH;
    }

    /** As {@code 2024-05-01}, the same in every language. */
    String day(Instant moment) {
        return moment.atZone(zone).toLocalDate().toString();
    }
}
