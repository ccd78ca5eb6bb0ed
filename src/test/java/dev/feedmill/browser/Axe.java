package dev.feedmill.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of accessibility that a machine can check, by axe-core. */
final class Axe {
    private static final String RUN = """
            async () => {
              const result = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations']});
              return result.violations.flatMap(v => v.nodes.map(n =>
                v.id + ' (' + v.impact + '): ' + v.help + '; at ' + n.target.join(' ') + '; ' + n.html.slice(0, 160)
                  + '; ' + n.any.concat(n.all, n.none).map(c => c.message).join(', ')));
            }
            """;

    private final String script;

    private Axe(String script) {
        this.script = script;
    }

    static Axe load() {
        try (InputStream in = com.deque.html.axecore.playwright.AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is part of axe-core for Playwright");
            }
            return new Axe(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    List<String> violations(Page page) {
        page.evaluate(script);
        return (List<String>) page.evaluate(RUN);
    }
}
