package dev.feedmill.app;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.problem.Count;
import dev.feedmill.problem.PrintableText;
import dev.feedmill.reading.FileEndings;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import dev.feedmill.web.ServerUrl;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The feeds of a server, to print for the operator.
 *
 * @param listed terms with public articles, everything first
 */
public record FeedList(ServerUrl server, List<NamedSelection> named, List<TermCount> listed) {
    /**
     * Prints what an operator wants to know at the start of a server: which address to open, what is served, and some
     * feeds to paste into a feed reader.
     *
     * @param folder of the articles
     * @param library where it is, in words
     */
    void printStart(Path folder, String library, PrintStream out) {
        out.println("Open " + Term.EVERYTHING.page().at(server));
        out.println("Feedmill " + Version.number() + " serves " + Count.of(articles(), "article") + " from " + folder
                + ", library: " + library);
        if (articles() == 0) {
            out.println("It reads files that end in " + String.join(", ", FileEndings.read()));
        }
        out.println("Feeds:");
        for (Format format : Format.values()) {
            out.println("  " + Term.EVERYTHING.channel().feed(format).at(server));
        }
        long more = named.size() + terms().count();
        if (more > 0) {
            out.println("  … and " + more + " more: " + FixedAddress.OPML.at(server) + " or feedmill feeds");
        }
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
