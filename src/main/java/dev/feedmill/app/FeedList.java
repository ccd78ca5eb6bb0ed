package dev.feedmill.app;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.problem.Count;
import dev.feedmill.problem.PrintableText;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import dev.feedmill.web.ServerUrl;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * The feeds of a server, to print for the operator.
 *
 * @param listed terms with public articles, everything first
 */
public record FeedList(ServerUrl server, List<NamedSelection> named, List<TermCount> listed) {
    /** Number of terms to list at the start of a server. */
    private static final int SOME = 12;

    /** Prints URLs to paste into a feed reader: the feed of everything in each format, named feeds, then some terms. */
    void printSome(PrintStream out) {
        out.println("Feedmill serves " + Count.of(articles(), "article") + " at "
                + Term.EVERYTHING.page().at(server));
        for (Format format : Format.values()) {
            out.println("  " + Term.EVERYTHING.channel().feed(format).at(server));
        }
        named.forEach(feed -> out.println("  " + line(feed, Format.RSS)));
        terms().limit(SOME).forEach(term -> out.println("  " + line(term, Format.RSS)));
        out.println("  " + FixedAddress.OPML.at(server) + "  " + Count.of(listed.size() + named.size(), "feed")
                + " as OPML");
        out.flush();
    }

    /** Prints all feeds of one format, one per line: the URL, two spaces, the title and the number of articles. */
    public void printAll(Format format, PrintStream out) {
        out.println(Term.EVERYTHING.channel().feed(format).at(server) + "  everything (" + articles() + ")");
        named.forEach(feed -> out.println(line(feed, format)));
        terms().forEach(term -> out.println(line(term, format)));
        out.flush();
    }

    private long articles() {
        return listed.isEmpty() ? 0 : listed.get(0).articles();
    }

    private Stream<TermCount> terms() {
        return listed.stream().filter(term -> term.term().kind() != Term.Kind.EVERYTHING);
    }

    private String line(NamedSelection feed, Format format) {
        return feed.channel().feed(format).at(server) + "  " + PrintableText.line(feed.title());
    }

    private String line(TermCount term, Format format) {
        return term.term().channel().feed(format).at(server) + "  "
                + PrintableText.line(term.term().trail()) + " (" + term.articles() + ")";
    }
}
