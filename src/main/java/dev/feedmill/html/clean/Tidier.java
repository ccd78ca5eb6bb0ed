package dev.feedmill.html.clean;

import dev.feedmill.html.repair.Ancestors;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Removes invisible parts of an allowed tree: pictures without URL, empty paragraphs, empty wrappers.
 *
 * <p>Runs on each element when its end is reached. The element is then the last child of its parent, so that its
 * removal moves no siblings, however many precede it.
 */
final class Tidier {
    private static final Set<String> BLOCKS = Set.of("""
            p div h1 h2 h3 h4 h5 h6 hr pre blockquote article section header footer main nav aside address details
            summary ul ol li dl dt dd table figure figcaption""".split("\\s+", -1));
    private static final Set<String> EMPTY_BLOCKS = Set.of("""
            p div h1 h2 h3 h4 h5 h6 blockquote article section header footer main nav aside address details summary
            ul ol dl figure figcaption caption""".split("\\s+", -1));
    private static final Set<String> EMPTY_INLINE = Set.of("""
            a abbr b bdi bdo cite data del dfn em i ins kbd mark q s samp small span strong sub sup u var ruby""".split("\\s+", -1));

    private static final Set<String> PRE = Set.of("pre");

    private final MediaTidier media = new MediaTidier();

    void close(Element element) {
        if (media.tidied(element)) {
            return;
        }
        String name = element.normalName();
        if (EMPTY_INLINE.contains(name)) {
            if ((isEmpty(element) && !element.hasAttr("id")) || isMeaningless(element, name)) {
                lift(element);
            }
        } else if (EMPTY_BLOCKS.contains(name) && isEmpty(element) && !element.hasAttr("id")) {
            if (!Ancestors.isWithin(element, PRE)) {
                // Words before and after it must not be joined.
                element.replaceWith(new TextNode("\n"));
            }
        } else if (isVoid(element, name)) {
            element.remove();
        } else if (BLOCKS.contains(name)) {
            tidyBlock(element);
        }
    }

    /** Replaces a last child with its content. */
    static void lift(Element element) {
        Element parent = element.parent();
        List<Node> children = List.copyOf(element.childNodes());
        element.empty();
        element.remove();
        if (parent != null) {
            parent.appendChildren(children);
        }
    }

    private static void tidyBlock(Element block) {
        if (Ancestors.isWithin(block, PRE)) {
            return;
        }
        while (block.lastChild() instanceof TextNode text && text.isBlank()) {
            text.remove();
        }
        Element div = onlyChild(block);
        if (div != null && isBareDiv(div)) {
            div.unwrap();
        }
        if (isBareDiv(block) && holdsOnlyBlocks(block)) {
            lift(block);
        }
    }

    /** Returns whether an element has no meaning without an attribute that was removed. */
    private static boolean isMeaningless(Element element, String name) {
        return switch (name) {
            case "a" -> !element.hasAttr("href") && !element.hasAttr("id");
            case "span", "data" -> element.attributesSize() == 0;
            default -> false;
        };
    }

    private static boolean isVoid(Element element, String name) {
        return switch (name) {
            case "table" -> !element.hasText() && element.selectFirst("img, video, audio") == null;
            case "pre", "code" -> element.childNodeSize() == 0;
            default -> false;
        };
    }

    private static boolean isEmpty(Element element) {
        for (Node child : element.childNodes()) {
            boolean shows = child instanceof TextNode text
                    ? !isInvisible(text.getWholeText())
                    : !child.normalName().equals("br") && !child.normalName().equals("wbr");
            if (shows) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBareDiv(Element element) {
        return element.normalName().equals("div") && element.attributesSize() == 0;
    }

    private static boolean holdsOnlyBlocks(Element div) {
        for (Node child : div.childNodes()) {
            if (child instanceof TextNode text ? !text.isBlank() : !BLOCKS.contains(child.normalName())) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Element onlyChild(Element parent) {
        Element only = null;
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && only == null) {
                only = element;
            } else if (!(child instanceof TextNode text) || !text.isBlank()) {
                return null;
            }
        }
        return only;
    }

    private static boolean isInvisible(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }
}
