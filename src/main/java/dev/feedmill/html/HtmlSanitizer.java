package dev.feedmill.html;

import dev.feedmill.html.allowed.BaseUrl;
import dev.feedmill.html.allowed.LinkBase;
import dev.feedmill.html.clean.AllowedCopier;
import dev.feedmill.html.clean.BodyParser;
import dev.feedmill.html.clean.PlainNesting;
import dev.feedmill.html.markup.Fault;
import dev.feedmill.html.markup.Markup;
import dev.feedmill.html.markup.MarkupEdits;
import dev.feedmill.html.repair.AnchorRemover;
import dev.feedmill.html.repair.CodeRepairer;
import dev.feedmill.html.repair.FrameLinker;
import dev.feedmill.html.repair.InlineStyle;
import dev.feedmill.html.repair.JunkRemover;
import dev.feedmill.html.repair.LazyImageRepairer;
import dev.feedmill.html.repair.PlayerRepairer;
import dev.feedmill.html.repair.TextFallback;
import dev.feedmill.html.repair.TitleRemover;
import dev.feedmill.html.text.BodyText;
import dev.feedmill.html.text.XmlText;
import dev.feedmill.runtime.CodeDigest;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Makes authors' HTML safe and well-formed for feed readers. Thread-safe.
 *
 * <p>Unless its nesting is plain, the output is sanitized again until it no longer changes, so that no browser can
 * parse it into another tree than the one that was checked.
 */
public final class HtmlSanitizer {
    private static final Evaluator IMAGES = Selector.evaluatorOf("img[src^=http]");
    private static final Evaluator PLAYED = Selector.evaluatorOf(
            "audio[src^=http], video[src^=http], audio > source[src^=http], video > source[src^=http]");
    /** Real bodies are stable after two rounds; a body built to change forever is served as plain text. */
    private static final int MAX_ROUNDS = 8;

    /** Largest side in pixels of an emoji or icon, which is no lead picture. */
    private static final int MAX_ICON = 32;

    private final SanitizerRules rules;
    private final BodyLimitCheck limits;
    private final BodyParser parser;
    private final JunkRemover junk;
    private final FrameLinker frames;
    private final LazyImageRepairer images = new LazyImageRepairer();
    private final PlayerRepairer players = new PlayerRepairer();
    private final CodeRepairer code = new CodeRepairer();
    private final AnchorRemover anchors = new AnchorRemover();
    private final TextFallback transcriber = new TextFallback();
    private final AllowedCopier copier = new AllowedCopier();

    public HtmlSanitizer(SanitizerRules rules) {
        this.rules = rules;
        limits = new BodyLimitCheck(rules.limits());
        parser = new BodyParser(rules.limits().maxDepth());
        junk = new JunkRemover(rules.removedSelectors());
        frames = new FrameLinker(rules.blockedHosts());
    }

    /** Returns the fingerprint of this sanitizer: equal fingerprints give equal output. */
    public String fingerprint() {
        return CodeDigest.of(HtmlSanitizer.class, Jsoup.class) + " " + rules;
    }

    /**
     * Sanitizes one body.
     *
     * @param baseUrl base of relative URLs; if it is no URL, they are dropped; if it is a whole site and not a page,
     *     links to {@code #parts} are dropped
     */
    public Sanitized sanitize(String html, String baseUrl) {
        return sanitize(Markup.written(XmlText.clean(html)), LinkBase.of(baseUrl));
    }

    /** Sanitizes a body of which a part was generated. */
    public Sanitized sanitize(Markup markup, LinkBase links) {
        return sanitize(markup, links, "");
    }

    /**
     * Sanitizes the body of an article.
     *
     * @param title of the article, which the body need not repeat; empty for none
     */
    public Sanitized sanitize(Markup markup, LinkBase links, String title) {
        String fault = limits.faultOf(markup.html());
        if (fault != null) {
            return new Sanitized.TooLarge(fault);
        }
        MarkupEdits.Mended mended = MarkupEdits.mend(markup);
        Document document = parser.parse(XmlText.clean(mended.html()));
        fault = limits.faultOf(document.body());
        if (fault != null) {
            return new Sanitized.TooLarge(fault);
        }
        BaseUrl base = new BaseUrl(links, rules.limits());
        repair(document.body(), base);
        TitleRemover.remove(document.body(), title);
        String lead = XmlText.clean(LeadText.of(document.body()));
        return untilStable(copier.copy(document, base), base, lead, mended.faults());
    }

    /** Returns the limit of elements, texts and comments in a body. */
    public int maxNodes() {
        return rules.limits().maxNodes();
    }

    private void repair(Element body, BaseUrl base) {
        junk.remove(body);
        frames.link(body, base);
        images.repair(body, base);
        players.repair(body);
        repairNested(body);
        transcriber.transcribe(body);
    }

    /** Applies the repairs that depend on nesting, which unwrapping and reparsing may change. */
    private void repairNested(Element body) {
        code.repair(body);
        anchors.remove(body);
    }

    private Sanitized.Clean untilStable(Document first, BaseUrl base, String lead, List<Fault> faults) {
        Document document = first;
        String html = parser.print(document);
        if (PlainNesting.holds(document.body())) {
            return clean(html, document, lead, faults);
        }
        for (int round = 1; round < MAX_ROUNDS; round++) {
            Document again = parser.parse(html);
            repairNested(again.body());
            document = copier.copy(again, base);
            String next = parser.print(document);
            if (next.equals(html)) {
                return clean(html, document, lead, faults);
            }
            html = next;
        }
        String text = BodyText.of(document.body());
        return new Sanitized.Clean(SafeHtml.stored(parser.printText(text)), text, text, null, List.of(), faults);
    }

    private static Sanitized.Clean clean(String html, Document document, String lead, List<Fault> faults) {
        List<Sanitized.Played> played = document.body().select(PLAYED).stream()
                .map(element -> new Sanitized.Played(element.attr("src"), element.attr("type")))
                .toList();
        String text = BodyText.of(document.body());
        return new Sanitized.Clean(
                SafeHtml.stored(html), text, lead.isEmpty() ? text : lead, firstImage(document), played, faults);
    }

    private static @Nullable String firstImage(Document document) {
        for (Element image : document.body().select(IMAGES)) {
            if (!isIcon(image, "width") && !isIcon(image, "height")) {
                return image.attr("src");
            }
        }
        return null;
    }

    /** Returns whether a side of a picture is as small as a letter. */
    private static boolean isIcon(Element image, String side) {
        String size = image.attr(side);
        return !size.endsWith("%") && InlineStyle.leadingNumber(size) <= MAX_ICON;
    }
}
