package dev.feedmill.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.util.ArrayList;
import java.util.List;

/** What a browser has to say against the pages of one visitor. */
final class Complaints {
    /** A blocked load is not always a message of its own. */
    private static final String REPORT_VIOLATIONS = """
            document.addEventListener('securitypolicyviolation', e => console.error(
              'policy: ' + e.effectiveDirective + ' forbids ' + e.blockedURI + ' at ' + e.sourceFile + ':' + e.lineNumber));
            """;

    private final List<String> found = new ArrayList<>();

    private Complaints() {}

    /** To be called before the first page is opened. */
    static Complaints of(BrowserContext visitor) {
        Complaints complaints = new Complaints();
        visitor.addInitScript(REPORT_VIOLATIONS);
        visitor.onConsoleMessage(complaints::hear);
        visitor.onWebError(error -> complaints.found.add("script: " + error.error()));
        visitor.onRequestFailed(request -> complaints.found.add("failed: " + request.url() + " " + request.failure()));
        visitor.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.found.add("answered " + response.status() + ": " + response.url());
            }
        });
        return complaints;
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            found.add("console " + message.type() + ": " + message.text() + " at " + message.location());
        }
    }

    List<String> found() {
        return List.copyOf(found);
    }

    /** What was found since they were last taken. */
    List<String> take() {
        List<String> taken = found();
        found.clear();
        return taken;
    }

    /** Without what the browser says of a page that itself says that there is nothing. */
    List<String> takeBesidesStatus(String url) {
        return take().stream()
                .filter(complaint -> !complaint.matches("answered 40[04]: \\Q" + url + "\\E")
                        && !(complaint.startsWith("console error: Failed to load resource") && complaint.contains(url)))
                .toList();
    }
}
