package dev.feedmill.http.status;

import dev.feedmill.http.caching.DocumentCache;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.pages.PageRenderer;
import dev.feedmill.pages.StatusView;
import dev.feedmill.pages.part.StatusFacts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Handler for the server's status, for machines and operators; never cached. */
public final class StatusHandler {
    private final StatusReport report;
    private final DocumentCache documents;
    private final Supplier<@Nullable Integer> streams;
    private final OperatorAccess operator;
    private final PageRenderer pages;

    /** @param streams counts the open streams of events; null if there are none to be had */
    public StatusHandler(
            StatusReport report,
            DocumentCache documents,
            Supplier<@Nullable Integer> streams,
            OperatorAccess operator,
            PageRenderer pages) {
        this.report = report;
        this.documents = documents;
        this.streams = streams;
        this.operator = operator;
        this.pages = pages;
    }

    public HttpResponse json(HttpRequest request) {
        return guarded(request, () -> answer(200, "application/json", Map.of(), StatusJson.of(facts())));
    }

    public HttpResponse metrics(HttpRequest request) {
        return guarded(request, () -> {
            String text = MetricsText.of(facts(), report.counts());
            return answer(200, MetricsText.MEDIA_TYPE, Map.of(), text.getBytes(StandardCharsets.UTF_8));
        });
    }

    public HttpResponse page(HttpRequest request) {
        return guarded(request, () -> {
            StatusFacts facts = facts();
            byte[] html = pages.render(site -> StatusView.of(site, facts));
            return answer(200, PageRenderer.MEDIA_TYPE, HeaderFields.PAGE, html);
        });
    }

    private StatusFacts facts() {
        return report.facts(documents.size(), streams.get());
    }

    private HttpResponse guarded(HttpRequest request, Supplier<HttpResponse> answer) {
        @Nullable HttpResponse refusal = operator.refusal(request);
        return refusal == null ? answer.get() : refusal;
    }

    /** A response that is not cached. */
    static HttpResponse answer(int status, String mediaType, Map<String, String> more, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", mediaType);
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(more);
        return HttpResponse.content(status, headers, body);
    }
}
