package dev.feedmill.http.events;

import dev.feedmill.address.Channel;
import dev.feedmill.feed.ChangesRenderer;
import dev.feedmill.library.Library;
import dev.feedmill.library.change.EntryChange;
import dev.feedmill.library.query.ChangedEntry;
import dev.feedmill.push.notice.Notice;
import dev.feedmill.push.notice.NoticeContent;
import dev.feedmill.selection.Term;
import dev.feedmill.web.ServerUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** What notices of changes say, as the library is now. Thread-safe. */
public final class ChangeNotices implements NoticeContent {
    /** Entries that are read at once, with their bodies. */
    private static final int STEP = 100;

    private final Library library;
    private final ChangesRenderer renderer;
    private final ServerUrl server;

    public ChangeNotices(Library library, ChangesRenderer renderer, ServerUrl server) {
        this.library = library;
        this.renderer = renderer;
        this.server = server;
    }

    @Override
    public byte[] json(Notice notice, int most) {
        List<ChangesRenderer.Changed> entries = new ArrayList<>();
        forEach(
                notice,
                (changed, isGone) -> entries.add(new ChangesRenderer.Changed(
                        changed.kind().name().toLowerCase(Locale.ROOT), isGone, changed.entry())));
        List<Channel> channels = channels(notice.change().terms());
        return renderer.render(new ChangesRenderer.Changes(
                notice.change().number(),
                notice.time(),
                entries,
                channels.subList(0, Math.min(most, channels.size())),
                notice.isCut() || channels.size() > most));
    }

    @Override
    public List<String> pages(Notice notice) {
        List<String> pages = new ArrayList<>();
        forEach(notice, (changed, isGone) -> {
            if (changed.entry().article().link() == null) {
                pages.add(changed.entry().page().at(server));
            }
        });
        return pages;
    }

    /** Passes the entries, each with whether it is gone. */
    private void forEach(Notice notice, BiConsumer<ChangedEntry, Boolean> each) {
        List<EntryChange> all = notice.entries();
        for (int from = 0; from < all.size(); from += STEP) {
            List<EntryChange> some = all.subList(from, Math.min(all.size(), from + STEP));
            for (ChangedEntry changed : library.articles().changedBy(notice.change(), some)) {
                boolean isGone = changed.kind() == EntryChange.Kind.REMOVED;
                // What has left feeds since is named by the change that took it.
                if (isGone || changed.isInFeeds()) {
                    each.accept(changed, isGone);
                }
            }
        }
    }

    private List<Channel> channels(Set<Long> terms) {
        List<Channel> channels = new ArrayList<>();
        if (terms.contains(Term.EVERYTHING.number())) {
            channels.add(Channel.EVERYTHING);
        }
        library.terms().used(terms).forEach(term -> channels.add(term.channel()));
        return channels;
    }
}
