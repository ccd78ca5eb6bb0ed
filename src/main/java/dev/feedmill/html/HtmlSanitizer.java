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
import dev.feedmill.html.repair.Transcriber;
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
 * Makes what authors write safe and whole for readers; thread-safe.
 *
 * <p>Unless its nesting is plain, the output is taken in once more until that changes nothing, so that no browser can read another tree out of it
 * than the one that was checked.
 */
public final class HtmlSanitizer {
    private static final Evaluator IMAGES = Selector.evaluatorOf("img[src^=http]");
    private static final Evaluator PLAYED = Selector.evaluatorOf(
            "audio[src^=http], video[src^=http], audio > source[src^=http], video > source[src^=http]");
    /** Real bodies stand still after two; bodies made to shift for ever are served as plain text. */
    private static final int MAX_ROUNDS = 8;

    /** Pixels of an emoji or icon, which stands for no article. */
    private static final int MAX_SIGN = 32;

    private final SanitizerRules rules;
    private final Limits limits;
    private final BodyParser parser;
    private final JunkRemover junk;
    private final FrameLinker frames;
    private final LazyImageRepairer images = new LazyImageRepairer();
    private final PlayerRepairer players = new PlayerRepairer();
    private final CodeRepairer code = new CodeRepairer();
    private final AnchorRemover anchors = new AnchorRemover();
    private final Transcriber transcriber = new Transcriber();
    private final AllowedCopier copier = new AllowedCopier();

    public HtmlSanitizer(SanitizerRules rules) {
        this.rules = rules;
        limits = new Limits(rules.limits());
        parser = new BodyParser(rules.limits().maxDepth());
        junk = new JunkRemover(rules.removedSelectors());
        frames = new FrameLinker(rules.blockedHosts());
    }

    /** Two sanitizers with the same fingerprint clean alike. */
    public String fingerprint() {
        return CodeDigest.of(HtmlSanitizer.class, Jsoup.class) + " " + rules;
    }

    /**
     * Cleans one body.
     *
     * @param baseUrl what relative URLs start from; where it is none, they are dropped; where it is a whole site and
     *     not a page, links to {@code #parts} are
     */
    public Sanitized sanitize(String html, String baseUrl) {
        return sanitize(Markup.written(XmlText.clean(html)), LinkBase.of(baseUrl));
    }

    /** Cleans a body of which a part was made by a program. */
    public Sanitized sanitize(Markup markup, LinkBase links) {
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
        return settled(copier.copy(document, base), base, mended.faults());
    }

    /** So many elements, texts and comments a body may have. */
    public int maxNodes() {
        return rules.limits().maxNodes();
    }

    private void repair(Element body, BaseUrl base) {
        junk.remove(body);
        frames.link(body, base);
        images.repair(body, base);
        players.repair(body);
        resettle(body);
        transcriber.transcribe(body);
    }

    /** The repairs that look at what stands in what, which taking wrappers away and reading the output anew may change. */
    private void resettle(Element body) {
        code.repair(body);
        anchors.remove(body);
    }

    private Sanitized.Clean settled(Document first, BaseUrl base, List<Fault> faults) {
        Document document = first;
        String html = parser.print(document);
        if (PlainNesting.holds(document.body())) {
            return clean(html, document, faults);
        }
        for (int round = 1; round < MAX_ROUNDS; round++) {
            Document again = parser.parse(html);
            resettle(again.body());
            document = copier.copy(again, base);
            String next = parser.print(document);
            if (next.equals(html)) {
                return clean(html, document, faults);
            }
            html = next;
        }
        String text = BodyText.of(document.body());
        return new Sanitized.Clean(SafeHtml.stored(parser.printText(text)), text, null, List.of(), faults);
    }

    private static Sanitized.Clean clean(String html, Document document, List<Fault> faults) {
        List<Sanitized.Played> played = document.body().select(PLAYED).stream()
                .map(element -> new Sanitized.Played(element.attr("src"), element.attr("type")))
                .toList();
        return new Sanitized.Clean(
                SafeHtml.stored(html), BodyText.of(document.body()), firstImage(document), played, faults);
    }

    private static @Nullable String firstImage(Document document) {
        for (Element image : document.body().select(IMAGES)) {
            if (!isSign(image, "width") && !isSign(image, "height")) {
                return image.attr("src");
            }
        }
        return null;
    }

    /** As small as a letter. */
    private static boolean isSign(Element image, String side) {
        String size = image.attr(side);
        return !size.endsWith("%") && InlineStyle.leadingNumber(size) <= MAX_SIGN;
    }
}
