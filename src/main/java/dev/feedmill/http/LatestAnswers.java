package dev.feedmill.http;

import dev.feedmill.article.Page;
import dev.feedmill.article.Term;
import dev.feedmill.feed.Document;
import dev.feedmill.feed.LatestRenderer;
import dev.feedmill.http.LatestQuery.BadParameterException;
import dev.feedmill.library.Library;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /latest}: the newest items as JSON. */
final class LatestAnswers {
    private final Library library;
    private final Documents documents;
    private final Conditional conditional;
    private final HeaderFields fields;
    private final LatestRenderer renderer;
    private final ServerRules rules;

    LatestAnswers(
            Library library,
            Documents documents,
            Conditional conditional,
            HeaderFields fields,
            LatestRenderer renderer,
            ServerRules rules) {
        this.library = library;
        this.documents = documents;
        this.conditional = conditional;
        this.fields = fields;
        this.renderer = renderer;
        this.rules = rules;
    }

    Answer answer(Request request) {
        try {
            long mark = documents.mark();
            LatestQuery query = LatestQuery.of(request.query(), library, rules);
            Set<Long> terms = query.selection().where().groups().stream()
                    .flatMap(List::stream)
                    .map(Term::number)
                    .collect(Collectors.toUnmodifiableSet());
            Served served = documents.get(query.key(), terms, mark, () -> fields.plain(make(query)));
            return conditional.answer(request, served);
        } catch (BadParameterException e) {
            return ProblemAnswers.of(e.status(), e.getMessage());
        }
    }

    private Document make(LatestQuery query) {
        Page page = library.page(query.selection());
        return renderer.render(page, query.fields(), next(page));
    }

    private static @Nullable String next(Page page) {
        return page.next() == null ? null : Cursors.write(page.next());
    }
}
