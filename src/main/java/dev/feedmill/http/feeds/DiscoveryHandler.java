package dev.feedmill.http.feeds;

import dev.feedmill.address.Address;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Parameter;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.caching.CachedResponse;
import dev.feedmill.http.caching.ConditionalRequests;
import dev.feedmill.http.caching.DocumentCache;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.query.TermNames;
import dev.feedmill.selection.Term;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Handler for discovery documents: lists of feeds and of pages, for readers and search engines. */
public final class DiscoveryHandler {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());

    private final TermNames names;
    private final ListDocuments maker;
    private final DocumentCache documents;
    private final ConditionalRequests conditional;
    private final HeaderFields fields;
    private final Document robots;
    private final Document openApi;

    /** @param sitemap absolute URL */
    public DiscoveryHandler(
            TermNames names,
            ListDocuments maker,
            DocumentCache documents,
            ConditionalRequests conditional,
            HeaderFields fields,
            String sitemap,
            BasePath basePath,
            Document openApi) {
        this.names = names;
        this.maker = maker;
        this.documents = documents;
        this.conditional = conditional;
        this.fields = fields;
        this.openApi = openApi;
        // RFC 9309. Results of queries would only keep crawlers busy.
        String text = Stream.of(FixedAddress.BUILDER, FixedAddress.SEARCH, FixedAddress.STATUS, FixedAddress.METRICS)
                .map(address -> "Disallow: " + basePath.above(address.rooted()) + "\n")
                .collect(Collectors.joining("", "User-agent: *\n", "Sitemap: " + sitemap + "\n"));
        this.robots = new Document("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The OPML list of all feeds, or of those of the category in the query. */
    public HttpResponse opml(HttpRequest request) {
        String name = request.query().last(Parameter.CATEGORY);
        if (name == null) {
            return conditional.answer(
                    request,
                    documents.get(request, FixedAddress.OPML.rooted(), EVERYTHING, () -> fields.plain(maker.opml())));
        }
        try {
            Term category = names.present(Term.Kind.CATEGORY, Parameter.CATEGORY, name);
            return conditional.answer(
                    request,
                    documents.get(
                            request,
                            // No path contains this character.
                            FixedAddress.OPML.rooted() + "#" + category.number(),
                            Set.of(category.number()),
                            () -> fields.plain(maker.opml(category))));
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    public HttpResponse sitemap(HttpRequest request) {
        return conditional.answer(
                request,
                documents.get(request, FixedAddress.SITEMAP.rooted(), EVERYTHING, () -> fields.plain(maker.sitemap())));
    }

    /** One of the files that the sitemap lists. */
    public HttpResponse sitemapFile(HttpRequest request) {
        CachedResponse cached = Address.parse(request.path()) instanceof Address.SitemapPart part
                ? documents.find(request, part.rooted(), EVERYTHING, () -> {
                    Document document = maker.sitemap(part);
                    return document == null ? null : fields.plain(document);
                })
                : null;
        return cached == null
                ? ProblemResponses.of(404, "the sitemap has no such file")
                : conditional.answer(request, cached);
    }

    /** The OpenAPI description. */
    public HttpResponse openApi(HttpRequest request) {
        return conditional.answer(
                request, documents.get(request, FixedAddress.OPEN_API.rooted(), Set.of(), () -> fields.plain(openApi)));
    }

    public HttpResponse robots(HttpRequest request) {
        return conditional.answer(
                request, documents.get(request, FixedAddress.ROBOTS.rooted(), Set.of(), () -> fields.plain(robots)));
    }
}
