package dev.feedmill.pages;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.pages.part.Fault;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.pages.part.Tree;
import dev.feedmill.selection.TermSummary;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The error page.
 *
 * @param builder link to the builder, filled in from the query; null unless the address is that of a feed
 * @param nearest terms with names similar to the requested one
 */
public record ErrorView(
        Head head, int status, String detail, @Nullable String builder, List<TermItem> nearest) implements View {
    /** Statuses with words of their own. */
    private static final Set<Integer> EXPLAINED = Set.of(400, 401, 403, 404, 405, 410, 503);

    @Override
    public String template() {
        return "error.jte";
    }

    /** The view for an address at which there is nothing, with links that work at every path. */
    public static ErrorView missing(SiteContext site) {
        String root = URI.create(site.server().url("")).getRawPath();
        Head head = Head.missing(site, "", site.words().get("error.404")).upBy(root);
        return new ErrorView(head, 404, head.word("error.404.detail"), null, List.of());
    }

    /**
     * Creates the view.
     *
     * @param path path of the request, raw
     * @param fault what is wrong with the query of a feed; null for nothing
     * @param wanted that query
     * @param nearest terms that the client may have meant
     */
    public static ErrorView of(
            SiteContext site,
            int status,
            String path,
            @Nullable Fault fault,
            String wanted,
            List<TermSummary> nearest) {
        String kind = EXPLAINED.contains(status) ? Integer.toString(status) : "other";
        Head head = Head.missing(site, path, site.words().get("error." + kind));
        return new ErrorView(
                head,
                status,
                fault == null ? head.word("error." + kind + ".detail") : fault.said(site.words()),
                fault == null || !site.queries() ? null : head.to(FixedAddress.BUILDER.with(wanted)),
                Tree.flat(nearest, nearest.size()).nodes().stream()
                        .map(node -> TermItem.of(head, node))
                        .toList());
    }
}
