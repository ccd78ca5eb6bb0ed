package dev.feedmill.http.query;

import dev.feedmill.http.message.ServerRules;
import dev.feedmill.library.Library;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What answers queries that select articles.
 *
 * @param parser parses them
 * @param pages finds the articles that they select
 */
public record SelectionQueries(SelectionRequestParser parser, SelectedPages pages) {
    /**
     * Creates the parser and the finder for the queries of a library.
     *
     * @param zone time zone of dates and times that name none
     * @param language BCP 47 tag of articles that name none
     */
    public static SelectionQueries of(
            Library library, ServerRules.Selections rules, ZoneId zone, String language, InstantSource clock) {
        return new SelectionQueries(
                new SelectionRequestParser(library, rules, zone, language, clock),
                new SelectedPages(library, zone, rules));
    }
}
