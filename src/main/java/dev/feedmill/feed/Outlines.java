package dev.feedmill.feed;

import dev.feedmill.address.Format;
import dev.feedmill.article.CategoryRule;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.feed.item.FeedItemMapper;
import dev.feedmill.selection.Term;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The outlines of one OPML document: folders, and feeds with unique names. */
final class Outlines {
    /** Characters that some readers drop when they make names of files or sections from texts. */
    private static final Pattern SIGNS = Pattern.compile("[^\\w.-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private final FeedItemMapper mapper;
    private final Function<Term, @Nullable CategoryRule> rules;
    private final Set<String> taken = new HashSet<>();

    /** @param rules the operator's rule for a category; null for none */
    Outlines(FeedItemMapper mapper, Function<Term, @Nullable CategoryRule> rules) {
        this.mapper = mapper;
        this.rules = rules;
    }

    static Element folder(String name) {
        return new Element("outline").setAttribute("text", name).setAttribute("title", name);
    }

    /**
     * The outline of a feed. Its name omits the site's, which would repeat in each line of a sidebar, and adds the path
     * if another feed has the same name.
     */
    Element feed(FeedDescriptor descriptor) {
        String label = label(descriptor);
        return feed(descriptor, text(descriptor, label), label);
    }

    /** The outline of a category in the folders of those above it, which say the rest of its name. */
    private Element inFolder(Term term) {
        FeedDescriptor descriptor = FeedDescriptor.of(term, rules.apply(term));
        String label = label(descriptor);
        String last = FeedItemMapper.clean(term.name());
        boolean isSaid = label.equals(FeedItemMapper.clean(term.trail()));
        return feed(descriptor, isSaid && isFree(last) ? last : text(descriptor, label), label);
    }

    private String label(FeedDescriptor descriptor) {
        String name = mapper.name(descriptor);
        return name.isEmpty() ? mapper.title(descriptor) : name;
    }

    private String text(FeedDescriptor descriptor, String label) {
        return isFree(label) ? label : label + " (" + descriptor.page() + ")";
    }

    /** Whether no outline has this text yet; from then on it has one. */
    private boolean isFree(String text) {
        return taken.add(SIGNS.matcher(text).replaceAll("-"));
    }

    private Element feed(FeedDescriptor descriptor, String text, String label) {
        return new Element("outline")
                .setAttribute("type", "rss")
                .setAttribute("text", text)
                .setAttribute("title", text.startsWith(label) ? text : label)
                .setAttribute("xmlUrl", mapper.self(descriptor, Format.RSS))
                .setAttribute("htmlUrl", mapper.alternate(descriptor));
    }

    /** An open folder, with its path segment. */
    private record Open(String segment, Element folder) {}

    /**
     * Adds the feeds of terms. A term with others below it becomes a folder with its own feed first, since readers
     * ignore outlines within a feed.
     *
     * @param terms terms, each followed by those below it
     * @param depth number of leading segments that the place stands for
     */
    void addTree(Element place, List<Term> terms, int depth) {
        Deque<Open> way = new ArrayDeque<>();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            List<String> segments =
                    term.segments().subList(depth, term.segments().size());
            boolean above = i + 1 < terms.size() && isAbove(term, terms.get(i + 1));
            int folders = above ? segments.size() : segments.size() - 1;
            leave(way, segments, folders);
            while (way.size() < folders) {
                String name = term.names().get(depth + way.size());
                Element folder = folder(FeedItemMapper.clean(name));
                here(way, place).addContent(folder);
                way.push(new Open(segments.get(way.size()), folder));
            }
            here(way, place)
                    .addContent(way.isEmpty() ? feed(FeedDescriptor.of(term, rules.apply(term))) : inFolder(term));
        }
    }

    private static Element here(Deque<Open> way, Element place) {
        Open innermost = way.peek();
        return innermost == null ? place : innermost.folder();
    }

    private static boolean isAbove(Term term, Term next) {
        int depth = term.segments().size();
        return next.segments().size() > depth
                && next.segments().subList(0, depth).equals(term.segments());
    }

    /** Closes the folders that are not ancestors of these segments. */
    private static void leave(Deque<Open> way, List<String> segments, int folders) {
        int common = 0;
        for (var open = way.descendingIterator(); open.hasNext() && common < folders; common++) {
            if (!open.next().segment().equals(segments.get(common))) {
                break;
            }
        }
        while (way.size() > common) {
            way.pop();
        }
    }
}
