package dev.feedmill.http.feeds;

import dev.feedmill.article.AliasPath;
import dev.feedmill.http.message.Answer;
import dev.feedmill.http.message.ProblemAnswers;
import dev.feedmill.http.message.RawPath;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.message.Request;
import dev.feedmill.library.Library;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Lookup;
import dev.feedmill.web.Here;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads from addresses that nothing else has to what was there before: the website that the articles come from. */
public final class OldAddresses {
    private final Library library;
    private final Here here;
    private final OldFeeds feeds;

    public OldAddresses(Library library, Here here, OldFeeds feeds) {
        this.feeds = feeds;
        this.library = library;
        this.here = here;
    }

    /** The redirect from an old address; an answer that something was there; null where nothing is known of it. */
    @Nullable
    public Answer of(Request request) {
        Lookup<Entry> article = library.formerlyAt(request.path());
        if (article instanceof Lookup.Moved<Entry> moved) {
            return moved(request, moved.value());
        }
        String feed = feeds.at(request.path());
        if (feed != null) {
            return Redirects.to(feed.contains("?") || request.query() == null ? feed : feed + "?" + request.query());
        }
        return article instanceof Lookup.Gone<Entry> ? ProblemAnswers.of(410, "the article was taken away") : null;
    }

    /** The redirect from a link between two files of the folder to the article that the second holds. */
    public Answer source(Request request) {
        List<String> segments = RawPath.segmentsBelow(request.path(), "/" + Here.SOURCE);
        Lookup<Entry> article = segments == null ? new Lookup.Unknown<>() : library.inFile(String.join("/", segments));
        return article instanceof Lookup.Moved<Entry> moved
                ? moved(request, moved.value())
                : ProblemAnswers.of(404, "there is no such article");
    }

    /** An article whose own address is the one that was asked for is shown here, or the redirect would have no end. */
    private Answer moved(Request request, Entry entry) {
        String link = entry.link(here);
        String own = here.url("");
        boolean isHere = link.startsWith(own);
        boolean isSame = isHere && AliasPath.of(link.substring(own.length())).equals(AliasPath.of(request.path()));
        String to = isSame ? "/" + entry.pagePath() : isHere ? link.substring(own.length() - 1) : link;
        String query = request.query();
        return Redirects.to(query == null || to.contains("?") ? to : to + "?" + RawPath.ascii(query));
    }
}
