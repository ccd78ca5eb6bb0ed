package dev.feedmill.feed;

import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.feed.item.FeedItemMapper;
import dev.feedmill.feed.item.Format;
import dev.feedmill.selection.Term;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Element;

/** The outlines of one OPML document: folders, and feeds of which no two are called the same. */
final class Outlines {
    /** Some readers make names of files or sections from texts, and keep no other signs. */
    private static final Pattern SIGNS = Pattern.compile("[^\\w.-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private final FeedItemMapper texts;
    private final Set<String> taken = new HashSet<>();

    Outlines(FeedItemMapper texts) {
        this.texts = texts;
    }

    static Element folder(String name) {
        return new Element("outline").setAttribute("text", name).setAttribute("title", name);
    }

    /** Without the site's name, which would stand in each line of a side bar; with its path where another is called alike. */
    Element feed(FeedDescriptor subject) {
        String name = texts.name(subject);
        String wished = name.isEmpty() ? texts.title(subject) : name;
        String text = taken.add(SIGNS.matcher(wished).replaceAll("-")) ? wished : wished + " (" + subject.page() + ")";
        return new Element("outline")
                .setAttribute("type", "rss")
                .setAttribute("text", text)
                .setAttribute("title", text)
                .setAttribute("xmlUrl", texts.self(subject, Format.RSS))
                .setAttribute("htmlUrl", texts.alternate(subject));
    }

    /** A folder that is open, with the segment that it stands for. */
    private record Open(String segment, Element folder) {}

    /**
     * Adds the feeds of terms. One with others below it is a folder that holds its own feed first: readers overlook what is
     * in a feed.
     *
     * @param terms each followed by those below it
     * @param depth how many segments all of them have above this place
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
            here(way, place).addContent(feed(FeedDescriptor.of(term)));
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

    /** Closes the folders that are not on the way to these segments. */
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
