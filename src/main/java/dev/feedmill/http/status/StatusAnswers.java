package dev.feedmill.http.status;

import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.message.Answer;
import dev.feedmill.http.message.Request;
import dev.feedmill.http.pages.PageMaker;
import dev.feedmill.pages.PageRenderer;
import dev.feedmill.pages.part.StatusFacts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the server is doing, for machines and operators; never cached. */
public final class StatusAnswers {
    private final StatusReport report;
    private final OperatorOnly operator;
    private final PageRenderer pages;

    public StatusAnswers(StatusReport report, OperatorOnly operator, PageRenderer pages) {
        this.report = report;
        this.operator = operator;
        this.pages = pages;
    }

    public Answer json(Request request) {
        return guarded(request, () -> {
            StatusFacts facts = report.facts();
            return answer(200, "application/json", Map.of(), StatusJson.of(facts));
        });
    }

    public Answer metrics(Request request) {
        return guarded(request, () -> {
            String text = MetricsText.of(report.facts(), report.counts());
            return answer(200, MetricsText.MEDIA_TYPE, Map.of(), text.getBytes(StandardCharsets.UTF_8));
        });
    }

    public Answer page(Request request) {
        return guarded(request, () -> answer(200, PageMaker.HTML, HeaderFields.PAGE, pages.status(report.facts())));
    }

    private Answer guarded(Request request, Supplier<Answer> answer) {
        @Nullable Answer refusal = operator.refusal(request);
        return refusal == null ? answer.get() : refusal;
    }

    /** Nobody may keep it. */
    static Answer answer(int status, String mediaType, Map<String, String> more, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", mediaType);
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(more);
        return Answer.content(status, headers, body);
    }
}
