package dev.feedmill.pages.part;

import dev.feedmill.article.Article;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.web.ServerUrl;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Site data that all pages share.
 *
 * @param title of the site
 * @param language BCP 47 tag of articles that name none, and the language of the pages' messages
 * @param zone time zone for dates
 * @param named named selections
 * @param queries whether pages offer what only a server can answer: search, the feed builder, later parts by cursor
 * @param events whether pages say what is new while they are read
 * @param look what the operator adds to pages
 */
public record SiteContext(
        ServerUrl server,
        String title,
        String description,
        String language,
        ZoneId zone,
        List<NamedSelection> named,
        boolean queries,
        boolean events,
        Look look) {
    public SiteContext {
        named = List.copyOf(named);
    }

    /** The messages of the pages. */
    public Messages words() {
        return Messages.of(language);
    }

    /** A date, such as {@code 1 May 2024}. */
    public String day(Instant moment) {
        return words().date("day", moment.atZone(zone));
    }

    /** A date with the time of day. */
    public String moment(Instant moment) {
        return words().date("moment", moment.atZone(zone));
    }

    /** The language of an article's text. */
    public Language language(Article article) {
        String own = article.language();
        return new Language(own == null ? language : own);
    }
}
