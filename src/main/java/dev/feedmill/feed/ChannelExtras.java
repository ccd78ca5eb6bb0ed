package dev.feedmill.feed;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;

/**
 * Further elements of every channel, as the operator writes them in XML. Only RSS and Atom have them: JSON Feed takes
 * extensions as JSON.
 */
public final class ChannelExtras {
    public static final ChannelExtras NONE = new ChannelExtras(List.of());

    /** Namespaces of which the feeds themselves use all elements that a channel may have. */
    private static final Set<String> OWN = Set.of(
            XmlExtensions.ATOM.getURI(),
            XmlExtensions.CONTENT.getURI(),
            XmlExtensions.FH.getURI(),
            XmlExtensions.SY.getURI());

    /** Namespaces that feeds declare under a prefix of their choice, by this prefix. */
    private static final Map<String, Namespace> PREFIXES = Map.of(
            "atom", XmlExtensions.ATOM,
            "content", XmlExtensions.CONTENT,
            "dc", XmlExtensions.DC,
            "fh", XmlExtensions.FH,
            "media", XmlExtensions.MEDIA,
            "sy", XmlExtensions.SY,
            "itunes", PodcastMarkup.ITUNES,
            "podcast", PodcastMarkup.PODCAST);

    /** Elements that a channel may have once, of the namespaces that say so; all others may be repeated. */
    private static final Map<Namespace, Set<String>> ONCE = Map.of(
            PodcastMarkup.ITUNES,
            Set.of(
                    "author",
                    "block",
                    "complete",
                    "explicit",
                    "image",
                    "keywords",
                    "new-feed-url",
                    "owner",
                    "subtitle",
                    "summary",
                    "title",
                    "type"),
            PodcastMarkup.PODCAST,
            Set.of("guid", "images", "license", "locked", "medium", "podroll", "publisher", "updateFrequency"));

    private static final String ROOT = "extra";

    /** Every channel has these elements, so more is a slip. */
    private static final int MAX_LENGTH = 20_000;

    /** Elements within elements; copying and writing them takes stack. */
    private static final int MAX_DEPTH = 20;

    private final List<Element> elements;

    private ChannelExtras(List<Element> elements) {
        this.elements = List.copyOf(elements);
    }

    /** XML that cannot be added to a channel; the message says what is wanted. */
    public static final class UnfitException extends Exception {
        private static final long serialVersionUID = 1L;

        private UnfitException(String message) {
            super(message);
        }
    }

    /**
     * Parses elements, each in a namespace that it declares itself.
     *
     * @throws UnfitException if they are not well-formed, or not fit for a channel
     */
    public static ChannelExtras parse(String xml) throws UnfitException {
        if (xml.isBlank()) {
            return NONE;
        }
        if (xml.length() > MAX_LENGTH) {
            throw new UnfitException("must have at most " + MAX_LENGTH + " characters");
        }
        Element root = root(xml);
        Map<String, String> prefixes = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (Content content : root.getContent()) {
            if (content instanceof Element element) {
                check(element, prefixes);
                if (ONCE.getOrDefault(element.getNamespace(), Set.of()).contains(element.getName())
                        && !names.add(element.getNamespaceURI() + " " + element.getName())) {
                    throw new UnfitException("must hold '" + element.getQualifiedName() + "' once");
                }
            } else if (content instanceof Text text && !text.getText().isBlank()) {
                throw new UnfitException("must hold XML elements alone, without text between them");
            }
        }
        return new ChannelExtras(root.getChildren().stream().map(Element::clone).toList());
    }

    private static Element root(String xml) throws UnfitException {
        SAXBuilder builder = new SAXBuilder();
        // Neither files nor the network are read, and no entity is expanded.
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setExpandEntities(false);
        try {
            return builder.build(new StringReader("<" + ROOT + ">" + xml + "</" + ROOT + ">"))
                    .getRootElement();
        } catch (JDOMParseException e) {
            throw new UnfitException("must be well-formed XML that declares its namespaces (line "
                    + Math.max(1, e.getLineNumber()) + " of the value)");
        } catch (JDOMException | IOException e) {
            throw new UnfitException("must be well-formed XML that declares its namespaces");
        }
    }

    private static boolean isDeeper(Element element, int levels) {
        return levels == 0 || element.getChildren().stream().anyMatch(child -> isDeeper(child, levels - 1));
    }

    /** @param prefixes namespaces of the elements before, by prefix */
    private static void check(Element element, Map<String, String> prefixes) throws UnfitException {
        Namespace namespace = element.getNamespace();
        String prefix = namespace.getPrefix();
        if (prefix.isEmpty()) {
            throw new UnfitException("must hold elements with a prefix, such as <webfeeds:cover"
                    + " xmlns:webfeeds=\"http://webfeeds.org/rss/1.0\"/>");
        }
        if (OWN.contains(namespace.getURI())) {
            throw new UnfitException("must not hold '" + element.getQualifiedName() + "', which feeds have already");
        }
        if (isDeeper(element, MAX_DEPTH)) {
            throw new UnfitException("must not hold elements more than " + MAX_DEPTH + " levels deep");
        }
        Namespace known = PREFIXES.get(prefix);
        String uri = known == null ? prefixes.putIfAbsent(prefix, namespace.getURI()) : known.getURI();
        if (uri != null && !uri.equals(namespace.getURI())) {
            throw new UnfitException("must declare another prefix than '" + prefix + "', which means " + uri);
        }
    }

    /** Copies of the elements, but for those whose names a channel has already; a tree takes each once. */
    List<Element> besides(List<Element> there) {
        return elements.stream()
                .filter(element -> there.stream()
                        .noneMatch(other -> other.getName().equals(element.getName())
                                && other.getNamespaceURI().equals(element.getNamespaceURI())))
                .map(Element::clone)
                .toList();
    }
}
