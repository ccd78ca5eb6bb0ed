package dev.feedmill.html;

import dev.feedmill.code.CodeDigest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Makes what authors write safe and whole for readers; thread-safe.
 *
 * <p>Unless its nesting is plain, the output is taken in once more until that changes nothing, so that no browser can read another tree out of it
 * than the one that was checked.
 */
public final class HtmlSanitizer {
    /** Real bodies stand still after two; bodies made to shift for ever are served as plain text. */
    private static final int MAX_ROUNDS = 8;

    private final SanitizerRules rules;
    private final Limits limits;
    private final BodyParser parser;
    private final JunkRemover junk;
    private final PlayerLinker players;
    private final LazyImageRepairer images = new LazyImageRepairer();
    private final Transcriber transcriber = new Transcriber();
    private final AllowedCopier copier = new AllowedCopier();

    public HtmlSanitizer(SanitizerRules rules) {
        this.rules = rules;
        limits = new Limits(rules);
        parser = new BodyParser(rules.maxDepth());
        junk = new JunkRemover(rules.removedSelectors());
        players = new PlayerLinker(rules.playerHosts());
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
        String written = XmlText.clean(html);
        String fault = limits.faultOf(written);
        Document document = fault == null ? parser.parse(written) : Document.createShell("");
        fault = fault == null ? limits.faultOf(document.body()) : fault;
        if (fault != null) {
            return new Sanitized.TooLarge(fault);
        }
        BaseUrl base = new BaseUrl(baseUrl);
        repair(document.body(), base);
        return settled(copier.copy(document, base), base);
    }

    /** So many elements, texts and comments a body may have. */
    public int maxNodes() {
        return rules.maxNodes();
    }

    private void repair(Element body, BaseUrl base) {
        junk.remove(body);
        images.repair(body, base);
        players.link(body, base);
        transcriber.transcribe(body);
    }

    private Sanitized.Clean settled(Document first, BaseUrl base) {
        Document document = first;
        String html = parser.print(document);
        if (PlainNesting.holds(document.body())) {
            return new Sanitized.Clean(SafeHtml.stored(html), BodyText.of(document.body()), firstImage(document));
        }
        for (int round = 1; round < MAX_ROUNDS; round++) {
            document = copier.copy(parser.parse(html), base);
            String next = parser.print(document);
            if (next.equals(html)) {
                return new Sanitized.Clean(SafeHtml.stored(html), BodyText.of(document.body()), firstImage(document));
            }
            html = next;
        }
        String text = BodyText.of(document.body());
        return new Sanitized.Clean(SafeHtml.stored(parser.printText(text)), text, null);
    }

    private static @Nullable String firstImage(Document document) {
        Element image = document.body().selectFirst("img[src^=http]");
        return image == null ? null : image.attr("src");
    }
}
