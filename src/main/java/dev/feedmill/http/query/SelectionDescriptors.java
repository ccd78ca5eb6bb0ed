package dev.feedmill.http.query;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Parameter;
import dev.feedmill.article.CategoryRule;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.http.message.Query;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates the descriptors of feeds that a query selects. */
public final class SelectionDescriptors {
    private SelectionDescriptors() {}

    /**
     * The descriptor of a query within a term.
     *
     * @param within the term in the request's path
     * @param rule the operator's settings for the category; null for none
     */
    public static FeedDescriptor of(Term within, @Nullable CategoryRule rule, SelectionRequest selection) {
        FeedDescriptor term = FeedDescriptor.of(within, rule);
        List<String> names = new ArrayList<>(term.names());
        if (!selection.words().isEmpty()) {
            names.add(selection.words());
        }
        return new FeedDescriptor(
                term.key() + "?" + selection.query(),
                term.kind(),
                names,
                term.about().withoutPodcast(),
                page(within, selection),
                term.channel(),
                options(selection.query(), selection));
    }

    /**
     * How a query varies a feed.
     *
     * @param query what of it is in the feed's address, in canonical form; its name is the feed's
     */
    public static FeedDescriptor.Options options(String query, SelectionRequest selection) {
        String name = Objects.requireNonNullElse(Query.of(query).last(Parameter.NAME), "");
        return new FeedDescriptor.Options(query, name, selection.piece().order(), selection.shape());
    }

    /** The address of the HTML page with the same articles. */
    static String page(Term within, SelectionRequest selection) {
        String own = within.kind() == Term.Kind.EVERYTHING
                ? ""
                : TermNames.parameter(within.kind()).with(TermNames.value(within)) + "&";
        return FixedAddress.SEARCH.with(own + selection.query());
    }
}
