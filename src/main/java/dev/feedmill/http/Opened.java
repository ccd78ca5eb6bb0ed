package dev.feedmill.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;

/**
 * Feeds that somebody opens in a browser, which says so by a field of its own (Fetch Metadata, {@code Sec-Fetch-Dest:
 * document}); no reader sends it. Browsers show RSS and Atom under their own media types as source text and ignore the
 * style sheet, so the same bytes go out as XML.
 */
final class Opened {
    static final String FIELD = "Sec-Fetch-Dest";

    /** Within the quotes of a tag, before the suffix of its coding. */
    static final String SUFFIX = "-x";

    private Opened() {}

    static boolean isWanted(Request request) {
        return "document".equals(request.header(FIELD));
    }

    /** The same answer under the type that browsers style, with tags of its own (RFC 9110 section 8.8.1). */
    static Answer of(Answer answer, String digest) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : answer.headers()) {
            headers.put(field.getName(), field.getValue());
        }
        headers.remove("Content-Length");
        headers.computeIfPresent("ETag", (name, tag) -> tag.replace(digest, digest + SUFFIX));
        headers.computeIfPresent("Content-Type", (name, type) -> "application/xml; charset=utf-8");
        Answer opened = answer.hasContent()
                ? Answer.content(answer.status(), headers, answer.body())
                : Answer.withoutContent(answer.status(), headers);
        return opened.countedBy(answer.counts());
    }
}
