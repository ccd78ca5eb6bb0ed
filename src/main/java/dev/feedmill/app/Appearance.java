package dev.feedmill.app;

import dev.feedmill.address.Address;
import dev.feedmill.config.OwnParts;
import dev.feedmill.config.Settings;
import dev.feedmill.feed.ChannelExtras;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.Sanitized;
import dev.feedmill.http.SiteConfiguration;
import dev.feedmill.pages.OwnStyle;
import dev.feedmill.pages.part.Look;
import dev.feedmill.web.CssColor;
import dev.feedmill.web.ServerUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the operator adds to pages, feeds and robots.txt, as it is served. */
public final class Appearance {
    private static final Logger LOG = Logger.getLogger("dev.feedmill.start");

    private final OwnParts own;
    private final HtmlSanitizer sanitizer;
    private final ServerUrl server;
    private final String key;

    Appearance(Settings settings, ServerUrl server) {
        this.own = settings.own();
        this.sanitizer = new HtmlSanitizer(settings.html());
        this.server = server;
        this.key = settings.notices().indexNow().indexnowKey();
    }

    /** Why the style sheet of the settings cannot be read; null if it can, or if there is none. */
    public static @Nullable String styleFault(OwnParts own) {
        try {
            style(own);
            return null;
        } catch (IOException | InvalidPathException e) {
            return "'pages.style' must be the path of a style sheet in UTF-8, not '" + own.style() + "'";
        }
    }

    private static String style(OwnParts own) throws IOException {
        if (own.style().isEmpty()) {
            return "";
        }
        Path file = Path.of(own.style());
        if (!Files.isRegularFile(file)) {
            throw new IOException("no file");
        }
        String text = Files.readString(file);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** All of it. */
    SiteConfiguration.Own own() {
        return new SiteConfiguration.Own(look(), extras(), own.robots(), own.bridge(), key);
    }

    /** The absolute URL of the logo; null for none. */
    @Nullable
    String logo() {
        return own.hasLogoFile()
                ? Address.File.of(own.logo()).at(server)
                : own.logo().isEmpty() ? null : own.logo();
    }

    /** Sentences about what visitors may not be able to read. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>(colors().warnings());
        own.footer().stream()
                .filter(line -> safe(line).isEmpty())
                .map(line -> "pages.footer: nothing is left of '" + line + "' where only safe HTML is kept")
                .forEach(warnings::add);
        return warnings;
    }

    private OwnStyle colors() {
        return new OwnStyle(CssColor.parse(own.accent()), CssColor.parse(own.accentDark()));
    }

    private Look look() {
        String css;
        try {
            css = style(own);
        } catch (IOException | InvalidPathException e) {
            // It was there when the settings were read.
            LOG.warning("the pages are without the style sheet of pages.style, since '" + own.style()
                    + "' cannot be read any more");
            css = "";
        }
        String logo = own.hasLogoFile() ? Address.File.of(own.logo()).path() : own.logo();
        List<String> footer = own.footer().stream()
                .map(this::safe)
                .filter(line -> !line.isEmpty())
                .toList();
        return Look.of(logo, own.navigation(), footer, colors().css(css));
    }

    private String safe(String line) {
        return sanitizer.sanitize(line, ServerUrl.URL) instanceof Sanitized.Clean clean
                ? clean.html().at(server, "")
                : "";
    }

    private ChannelExtras extras() {
        try {
            return ChannelExtras.parse(own.extra());
        } catch (ChannelExtras.UnfitException e) {
            throw new IllegalStateException("the settings were checked", e);
        }
    }
}
