package dev.feedmill.pages;

import dev.feedmill.pages.part.SiteContext;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Renders the HTML pages of a site, as UTF-8. Thread-safe. */
public final class PageRenderer {
    public static final String MEDIA_TYPE = "text/html; charset=utf-8";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final SiteContext site;

    public PageRenderer(SiteContext site) {
        this.site = site;
        this.engine.setBinaryStaticContent(true);
    }

    /** Renders the page with this view of the site. */
    public byte[] render(Function<SiteContext, View> views) {
        View view = views.apply(site);
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(view.template(), view, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
