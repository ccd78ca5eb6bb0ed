package dev.feedmill.markdown.code;

import java.util.Map;
import java.util.Objects;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Prints fenced code, with its language and below its caption. */
public final class CodeWriter {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final boolean captions;
    private final CodeComments comments;

    /**
     * Creates a writer.
     *
     * @param captions whether text after the language of a fence is a caption
     */
    public CodeWriter(HtmlNodeRendererContext context, boolean captions, CodeComments comments) {
        this.context = context;
        this.html = context.getWriter();
        this.captions = captions;
        this.comments = comments;
    }

    public void write(FencedCodeBlock code) {
        FenceInfo info = FenceInfo.of(Objects.requireNonNullElse(code.getInfo(), ""), captions);
        html.line();
        if (info.isCaptioned()) {
            html.tag("figure");
            caption(info);
        }
        Map<String, String> language =
                info.language().isEmpty() ? Map.of() : Map.of("class", "language-" + info.language());
        html.tag("pre", context.extendAttributes(code, "pre", Map.of()));
        html.tag("code", context.extendAttributes(code, "code", language));
        html.text(comments.takenFrom(code.getLiteral()));
        html.tag("/code");
        html.tag("/pre");
        if (info.isCaptioned()) {
            html.tag("/figure");
        }
        html.line();
    }

    private void caption(FenceInfo info) {
        html.tag("figcaption");
        html.tag("span");
        html.text(info.title());
        html.tag("/span");
        if (!info.link().isEmpty()) {
            html.text(" ");
            html.tag("a", Map.of("href", info.link()));
            html.text(info.label().isEmpty() ? "link" : info.label());
            html.tag("/a");
        }
        html.tag("/figcaption");
    }
}
