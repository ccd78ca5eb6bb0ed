package dev.feedmill.http.feeds;

import dev.feedmill.address.Address;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Parameter;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.caching.Responder;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.query.TermNames;
import dev.feedmill.selection.Term;
import dev.feedmill.web.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Handler for discovery documents: lists of feeds and of pages, for readers and search engines. */
public final class DiscoveryHandler {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());

    private final TermNames names;
    private final ListDocuments lists;
    private final Responder responder;
    private final Fixed fixed;
    private final String bridge;
    private final String key;

    /**
     * Documents that only other settings change.
     *
     * @param robots the rules for crawlers
     * @param openApi the OpenAPI description
     * @param openSearch the description of the search; null where pages offer none
     */
    public record Fixed(
            Document robots, Document openApi, @Nullable Document openSearch) {}

    /**
     * Creates the handler.
     *
     * @param bridge URL of the server that speaks ActivityPub for this one; empty for none
     * @param key by which search engines know this server; empty for none
     */
    public DiscoveryHandler(
            TermNames names, ListDocuments lists, Responder responder, Fixed fixed, String bridge, String key) {
        this.names = names;
        this.lists = lists;
        this.responder = responder;
        this.fixed = fixed;
        this.bridge = bridge;
        this.key = key;
    }

    /** The OPML list of all feeds, or of those of the category in the query. */
    public HttpResponse opml(HttpRequest request) {
        String path = FixedAddress.OPML.rooted();
        String name = request.query().last(Parameter.CATEGORY);
        if (name == null) {
            return responder.download(request, path, EVERYTHING, lists.fileName(Term.EVERYTHING), lists::opml);
        }
        try {
            Term category = names.present(Term.Kind.CATEGORY, Parameter.CATEGORY, name);
            // No path contains this character.
            String key = path + "#" + category.number();
            return responder.download(
                    request, key, Set.of(category.number()), lists.fileName(category), () -> lists.opml(category));
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    public HttpResponse sitemap(HttpRequest request) {
        return responder.data(request, FixedAddress.SITEMAP.rooted(), EVERYTHING, lists::sitemap);
    }

    /** One of the files that the sitemap lists. */
    public HttpResponse sitemapFile(HttpRequest request) {
        HttpResponse response = Address.parse(request.path()) instanceof Address.SitemapPart part
                ? responder.findData(request, part.rooted(), EVERYTHING, () -> lists.sitemap(part))
                : null;
        return response == null ? ProblemResponses.of(404, "the sitemap has no such file") : response;
    }

    /** The OpenAPI description. */
    public HttpResponse openApi(HttpRequest request) {
        return responder.data(request, FixedAddress.OPEN_API.rooted(), Set.of(), fixed::openApi);
    }

    public HttpResponse robots(HttpRequest request) {
        return responder.data(request, FixedAddress.ROBOTS.rooted(), Set.of(), fixed::robots);
    }

    /** The address of the file with the key of this server; null if it has none. */
    public Address.@Nullable KeyFile keyAddress() {
        return key.isEmpty() ? null : new Address.KeyFile(key);
    }

    /** The file with the key of this server. */
    public HttpResponse keyFile(HttpRequest request) {
        return responder.data(
                request,
                new Address.KeyFile(key).rooted(),
                Set.of(),
                () -> new Document("text/plain; charset=utf-8", key.getBytes(StandardCharsets.UTF_8)));
    }

    /** The description of the search. */
    public HttpResponse openSearch(HttpRequest request) {
        Document description = fixed.openSearch();
        return description == null
                ? ProblemResponses.of(404, "the pages offer no search")
                : responder.data(request, FixedAddress.OPEN_SEARCH.rooted(), Set.of(), () -> description);
    }

    /** Sends who looks for an account of the Fediverse to the bridge, with the query. */
    public HttpResponse bridge(HttpRequest request, FixedAddress address) {
        return bridge.isEmpty()
                ? ProblemResponses.of(404, "the settings name no bridge")
                : Redirects.forNow(bridge
                        + address.rooted()
                        + PercentCoding.ascii(request.query().suffix()));
    }
}
