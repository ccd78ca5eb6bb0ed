package dev.feedmill.pages;

import dev.feedmill.html.Here;
import java.util.Locale;

/**
 * What all pages share.
 *
 * @param title of the site
 * @param language BCP 47 tag of the site, which the pages' own words follow
 */
public record Frame(Here here, String title, String description, String language) {
    /** The pages' own words in that language. */
    public Words words() {
        return language.toLowerCase(Locale.ROOT).startsWith("zh") ? Words.CHINESE : Words.ENGLISH;
    }
}
