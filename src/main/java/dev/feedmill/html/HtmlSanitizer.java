package dev.feedmill.html;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link SafeHtml} of what authors and generators write. Threads may share it.
 *
 * <p>First the body is repaired where browsers need scripts (lazy pictures, players), then its URLs are made absolute, then
 * {@link Allowed} decides what stays, then what became empty is taken away. Doing it twice changes nothing.
 */
public final class HtmlSanitizer {
    private final SanitizerRules rules;
    private final List<Evaluator> removed;
    private final Evaluator dropped = QueryParser.parse(Allowed.DROPPED);
    private final Players players;
    private final Cleaner cleaner = new Cleaner(Allowed.safelist());

    public HtmlSanitizer(SanitizerRules rules) {
        this.rules = rules;
        this.removed = rules.removedSelectors().stream().map(QueryParser::parse).toList();
        this.players = new Players(rules.playerHosts());
    }

    /** Goes up whenever the same body comes out otherwise. */
    private static final int VERSION = 1;

    /** Two sanitizers with the same fingerprint clean alike. */
    public String fingerprint() {
        return VERSION + " " + rules;
    }

    /**
     * Cleans one body.
     *
     * @param base absolute URL against which relative ones are read, perhaps {@link Here#URL}
     */
    public Sanitized sanitize(String html, String base) {
        long tags = html.chars().filter(c -> c == '<').count();
        if (tags > rules.maxNodes()) {
            return new Sanitized.TooLarge("the body must have at most " + rules.maxNodes() + " tags, not " + tags);
        }
        Document dirty = Parser.htmlParser().parseInput(XmlText.clean(html), "");
        if (depth(dirty) > rules.maxDepth()) {
            return new Sanitized.TooLarge(
                    "the body must have at most " + rules.maxDepth() + " elements in one another");
        }
        removed.forEach(selector -> dirty.body().select(selector).remove());
        LazyImages.repair(dirty.body(), base);
        players.link(dirty.body(), base);
        dirty.body().select(dropped).remove();
        new Attributes(base, rules.maxAttributeLength()).repair(dirty.body());
        Document clean = cleaner.clean(dirty);
        Tidying.tidy(clean.body());
        return new Sanitized.Clean(new SafeHtml(print(clean)), PlainText.of(clean.body()), firstImage(clean));
    }

    private static String print(Document clean) {
        clean.outputSettings(new Document.OutputSettings()
                .prettyPrint(false)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset("UTF-8"));
        return XmlText.clean(clean.body().html()).strip();
    }

    private static @Nullable String firstImage(Document clean) {
        for (Element image : clean.body().select("img[src]")) {
            if (image.attr("src").startsWith("http")) {
                return image.attr("src");
            }
        }
        return null;
    }

    private static int depth(Document document) {
        int[] deepest = {0};
        document.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                deepest[0] = Math.max(deepest[0], depth);
            }
        });
        return deepest[0];
    }
}
