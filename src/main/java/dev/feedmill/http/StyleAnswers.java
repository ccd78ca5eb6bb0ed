package dev.feedmill.http;

import dev.feedmill.feed.Document;
import dev.feedmill.pages.Style;
import java.time.Instant;
import java.util.Map;

/** The style sheet of the pages. */
final class StyleAnswers {
    private final Conditional conditional;
    private final Document style = new Document("text/css; charset=utf-8", Style.css(), Instant.EPOCH);

    StyleAnswers(Conditional conditional) {
        this.conditional = conditional;
    }

    Answer answer(Request request) {
        return conditional.answer(request, style, Map.of());
    }
}
