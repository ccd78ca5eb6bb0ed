package dev.feedmill.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Between Javalin's contexts and what the answers know of. */
final class Exchange {
    private static final byte[] NOTHING = {};

    private Exchange() {}

    static Request request(Context context) {
        HttpServletRequest request = context.req();
        return new Request(
                request.getMethod(), request.getRequestURI(), request.getQueryString(), name -> header(request, name));
    }

    private static @Nullable String header(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.isEmpty() ? null : String.join(", ", values);
    }

    /** Writes past Javalin's own result, which would name a length of 0 for 304 and a type for nothing. */
    static void write(Context context, Answer answer) throws IOException {
        context.result(NOTHING);
        HttpServletResponse response = context.res();
        response.reset();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (answer.hasContent()) {
            response.setContentLength(answer.body().length);
            if (!context.req().getMethod().equals("HEAD")) {
                response.getOutputStream().write(answer.body());
            }
        } else {
            // Sent now, it has no length; left to the end of the request, Jetty would name one of 0.
            response.flushBuffer();
        }
    }
}
