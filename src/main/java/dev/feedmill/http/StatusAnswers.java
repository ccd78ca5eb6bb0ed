package dev.feedmill.http;

import dev.feedmill.pages.PageRenderer;
import dev.feedmill.pages.StatusFacts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** How the server is doing, for machines and operators; never cached. */
final class StatusAnswers {
    private static final JsonFactory JSON = new JsonFactory();
    private final StatusReport report;
    private final OperatorOnly operator;
    private final PageRenderer pages;

    StatusAnswers(StatusReport report, OperatorOnly operator, PageRenderer pages) {
        this.report = report;
        this.operator = operator;
        this.pages = pages;
    }

    /** 200 as soon as feeds can be asked for, 503 while the first scan runs; for everybody. */
    Answer health() {
        boolean ready = report.isReady();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("status", ready ? "ok" : "starting");
            json.writeEndObject();
        }
        return answer(ready ? 200 : 503, "application/json", Map.of(), out.toByteArray());
    }

    Answer json(Request request) {
        return guarded(request, () -> {
            StatusFacts facts = report.facts();
            return answer(200, "application/json", Map.of(), StatusJson.of(facts));
        });
    }

    Answer metrics(Request request) {
        return guarded(request, () -> {
            String text = MetricsText.of(report.facts(), report.counts());
            return answer(200, MetricsText.MEDIA_TYPE, Map.of(), text.getBytes(StandardCharsets.UTF_8));
        });
    }

    Answer page(Request request) {
        return guarded(request, () -> answer(200, PageMaker.HTML, HeaderFields.PAGE, pages.status(report.facts())));
    }

    private Answer guarded(Request request, Supplier<Answer> answer) {
        @Nullable Answer refusal = operator.refusal(request);
        return refusal == null ? answer.get() : refusal;
    }

    private static Answer answer(int status, String mediaType, Map<String, String> more, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", mediaType);
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(more);
        return Answer.content(status, headers, body);
    }
}
