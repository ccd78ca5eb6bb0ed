package dev.feedmill.markdown.inline;

import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/** Links with a space before the label, {@code [words] [1]}, or with an overruled definition. */
public final class SpacedReferences implements LinkProcessor {
    private static final int MAX_LABEL_LENGTH = 300;

    private final boolean spaced;
    private final Map<String, LinkReferenceDefinition> overruling;

    /**
     * Creates a processor.
     *
     * @param spaced whether a space may precede the label
     * @param overruling definitions that replace the first ones, by the {@link #key} of their labels
     */
    public SpacedReferences(boolean spaced, Map<String, LinkReferenceDefinition> overruling) {
        this.spaced = spaced;
        this.overruling = Map.copyOf(overruling);
    }

    /** Normalizes a label for comparison. */
    public static String key(String label) {
        return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        if (link.destination() != null) {
            return LinkResult.none();
        }
        String label = link.label();
        if (label == null || label.isEmpty()) {
            Position end = scanner.position();
            LinkReferenceDefinition behind =
                    label == null && spaced ? behindSpace(scanner, link.text(), context) : null;
            if (behind != null) {
                return result(link, behind, scanner.position());
            }
            scanner.setPosition(end);
            label = link.text();
        }
        LinkReferenceDefinition definition = overruling.get(key(label));
        return definition == null ? LinkResult.none() : result(link, definition, scanner.position());
    }

    private @Nullable LinkReferenceDefinition behindSpace(Scanner scanner, String text, InlineParserContext context) {
        boolean space = scanner.next(' ') || scanner.next('\n');
        if (!space || !scanner.next('[')) {
            return null;
        }
        Position start = scanner.position();
        for (int i = 0; i < MAX_LABEL_LENGTH && scanner.peek() != Scanner.END && scanner.peek() != '['; i++) {
            if (scanner.peek() == ']') {
                String label = scanner.getSource(start, scanner.position()).getContent();
                scanner.next();
                return find(label.isBlank() ? text : label, context);
            }
            scanner.next();
        }
        return null;
    }

    private @Nullable LinkReferenceDefinition find(String label, InlineParserContext context) {
        LinkReferenceDefinition last = overruling.get(key(label));
        return last == null ? context.getDefinition(LinkReferenceDefinition.class, label) : last;
    }

    private static LinkResult result(LinkInfo link, LinkReferenceDefinition definition, Position end) {
        boolean image = link.marker() != null && link.marker().getLiteral().equals("!");
        Node node = image
                ? new Image(definition.getDestination(), definition.getTitle())
                : new Link(definition.getDestination(), definition.getTitle());
        LinkResult result = LinkResult.wrapTextIn(node, end);
        return image ? result.includeMarker() : result;
    }
}
