package dev.feedmill.app;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FolderLook;
import dev.feedmill.library.Library;
import dev.feedmill.library.node.Election;
import dev.feedmill.library.sql.Lease;
import dev.feedmill.push.purge.Purges;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one of several servers does while it leads: it follows the folder, and tells others of changes. */
final class LeaderWork implements Election.Work {
    private final Library library;
    private final FolderFollower follower;
    private final FollowedSites sites;
    private final Push push;
    private final Purges purges;
    private final Supplier<Wiring> wiring;
    private final Consumer<Wiring> read;
    private volatile boolean begun;
    private volatile boolean compared;
    private volatile boolean stopping;

    /**
     * Creates the work.
     *
     * @param wiring by the settings at any time
     * @param read gets the wiring by which articles are read once that has begun
     */
    LeaderWork(
            Library library,
            FolderFollower follower,
            FollowedSites sites,
            Push push,
            Purges purges,
            Supplier<Wiring> wiring,
            Consumer<Wiring> read) {
        this.library = library;
        this.follower = follower;
        this.sites = sites;
        this.push = push;
        this.purges = purges;
        this.wiring = wiring;
        this.read = read;
    }

    @Override
    public boolean mayBegin() {
        return wiring.get().seesFolder();
    }

    @Override
    public void begin() {
        Wiring current = wiring.get();
        compared = false;
        library.lead();
        current.recordIdRule(library);
        sites.follow(current::find, current::reader);
        sites.logFound();
        if (!current.acceptsOtherFolder()) {
            follower.requireKinship();
        }
        begun = true;
        sites.show();
        push.begin();
        follower.start();
        read.accept(current);
    }

    /** Waits no longer than a server that stops may, from now on. */
    void stop() {
        stopping = true;
    }

    @Override
    public void end() {
        begun = false;
        // First, since another server may tell the same already.
        push.end();
        purges.end();
        if (stopping) {
            follower.close();
        } else {
            follower.end();
        }
    }

    @Override
    public void others(Lease.@Nullable State leader) {
        // Where nobody leads, all go on serving what was last known of the folder.
        follower.noteOther(leader != null && leader.compared());
    }

    /** Whether this server leads. */
    boolean isBegun() {
        return begun;
    }

    /** Tells the other servers of the first comparison with the folder. */
    void looked(FolderLook look) {
        boolean isComparison = look.kind() == FolderLook.Kind.CHANGED || look.kind() == FolderLook.Kind.SAME;
        if (isComparison && !compared) {
            library.database().recordCompared();
            compared = true;
        }
    }
}
