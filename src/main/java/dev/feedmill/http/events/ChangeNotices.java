package dev.feedmill.http.events;

import dev.feedmill.address.Channel;
import dev.feedmill.feed.ChangesRenderer;
import dev.feedmill.library.Library;
import dev.feedmill.library.change.EntryChange;
import dev.feedmill.library.query.ChangedEntry;
import dev.feedmill.push.notice.Notice;
import dev.feedmill.push.notice.NoticeContent;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** What notices of changes say, as the library is now. Thread-safe. */
public final class ChangeNotices implements NoticeContent {
    /** Entries that are read at once, with their bodies. */
    private static final int STEP = 100;

    private final Library library;
    private final ChangesRenderer renderer;

    public ChangeNotices(Library library, ChangesRenderer renderer) {
        this.library = library;
        this.renderer = renderer;
    }

    @Override
    public byte[] json(Notice notice, int most) {
        List<ChangesRenderer.Changed> entries = new ArrayList<>();
        forEach(notice, changed -> {
            boolean isGone = changed.kind() == EntryChange.Kind.REMOVED;
            // What has left feeds since is named by the change that took it.
            if (isGone || changed.isInFeeds()) {
                entries.add(new ChangesRenderer.Changed(
                        changed.kind().name().toLowerCase(Locale.ROOT), isGone, changed.entry()));
            }
        });
        List<Channel> channels = channels(notice.change().terms());
        return renderer.render(new ChangesRenderer.Changes(
                notice.change().number(),
                notice.time(),
                entries,
                channels.subList(0, Math.min(most, channels.size())),
                notice.isCut() || channels.size() > most));
    }

    private void forEach(Notice notice, Consumer<ChangedEntry> each) {
        List<EntryChange> all = notice.entries();
        for (int from = 0; from < all.size(); from += STEP) {
            List<EntryChange> some = all.subList(from, Math.min(all.size(), from + STEP));
            library.articles().changedBy(notice.change(), some).forEach(each);
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
