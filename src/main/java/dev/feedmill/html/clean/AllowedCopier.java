package dev.feedmill.html.clean;

import dev.feedmill.html.allowed.AllowList;
import dev.feedmill.html.allowed.BaseUrl;
import dev.feedmill.html.allowed.DataImage;
import dev.feedmill.html.allowed.FragmentIds;
import dev.feedmill.html.allowed.Srcset;
import dev.feedmill.html.allowed.ValueRule;
import dev.feedmill.html.repair.InlineStyle;
import dev.feedmill.html.text.XmlText;
import dev.feedmill.web.ServerUrl;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Copies only what {@link AllowList} contains into an empty document. */
public final class AllowedCopier {
    /** Limit in pixels; larger pictures fit to the page without a size. */
    private static final int LETTER = 64;

    private final Tidier tidier = new Tidier();
    private final WhiteSpaceTidier whiteSpace = new WhiteSpaceTidier();

    public Document copy(Document written, BaseUrl base) {
        Document clean = BodyParser.empty();
        written.body().filter(new Copy(clean.body(), base, FragmentIds.in(written.body())));
        whiteSpace.tidy(clean.body());
        return clean;
    }

    private final class Copy implements NodeFilter {
        private final BaseUrl base;
        private final FragmentIds parts;
        private Element target;

        private Copy(Element target, BaseUrl base, FragmentIds parts) {
            this.target = target;
            this.base = base;
            this.parts = parts;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (depth == 0) {
                return FilterResult.CONTINUE;
            }
            if (node instanceof Element element) {
                return enter(element);
            }
            if (node instanceof TextNode text) {
                append(text.getWholeText());
            } else if (node instanceof DataNode data) {
                append(data.getWholeData());
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (depth > 0 && node instanceof Element element && AllowList.nameFor(element.normalName()) != null) {
                Element closed = target;
                target = Objects.requireNonNull(closed.parent());
                tidier.close(closed);
            }
            return FilterResult.CONTINUE;
        }

        private FilterResult enter(Element element) {
            String written = element.normalName();
            // Inside svg and math, HTML names have other meanings, so nothing from there is trusted.
            if (AllowList.isRemoved(written) || !element.tag().namespace().equals(Parser.NamespaceHtml)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (written.equals("img") && isUnusable(element)) {
                append(element.attr("alt"));
                return FilterResult.SKIP_ENTIRELY;
            }
            String name = AllowList.nameFor(written);
            if (name != null) {
                Element copy = target.appendElement(name);
                copyAttributes(element, copy);
                target = copy;
            }
            return FilterResult.CONTINUE;
        }

        /** Returns whether a data URL is no usable bitmap; its alternative text stays. */
        private static boolean isUnusable(Element image) {
            String source = image.attr("src");
            return DataImage.startsLikeOne(source) && DataImage.repaired(source) == null && !image.hasAttr("srcset");
        }

        /** Keeps the size of a picture among letters, because feed readers ignore the style that made it small. */
        private static void copySize(Element written, Element copy) {
            InlineStyle style = InlineStyle.of(written);
            for (String side : List.of("width", "height")) {
                double pixels = style.pixels(side);
                if (!copy.hasAttr(side) && pixels > 1 && pixels <= LETTER) {
                    copy.attr(side, String.valueOf(Math.round(pixels)));
                }
            }
        }

        private void copyAttributes(Element written, Element copy) {
            if (written.attributesSize() > 0) {
                for (Attribute attribute : written.attributes()) {
                    ValueRule rule = AllowList.rule(copy.normalName(), attribute.getKey());
                    String value = rule == null ? null : rule.apply(XmlText.clean(attribute.getValue()), base);
                    if (value != null && !(value.startsWith(ServerUrl.PAGE) && parts.isDead(attribute.getValue()))) {
                        copy.attr(attribute.getKey(), value);
                    }
                }
                String id = parts.idOf(written);
                if (id != null) {
                    copy.attr("id", id);
                }
            }
            if (copy.normalName().equals("img") && !copy.hasAttr("src") && copy.hasAttr("srcset")) {
                setIfAny(copy, Srcset.parse(copy.attr("srcset"), base).largest());
            }
            if (copy.normalName().equals("img") && written.hasAttr("style")) {
                copySize(written, copy);
            }
            AllowList.enforced(copy.normalName()).forEach(copy::attr);
        }

        private static void setIfAny(Element image, @Nullable String url) {
            if (url != null) {
                image.attr("src", url);
            }
        }

        private void append(String text) {
            target.appendChild(new TextNode(XmlText.clean(text)));
        }
    }
}
