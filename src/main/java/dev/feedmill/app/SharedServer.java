package dev.feedmill.app;

import dev.feedmill.config.Settings;
import dev.feedmill.folder.FolderLook;
import dev.feedmill.http.WebServer;
import dev.feedmill.http.message.NodeGate;
import dev.feedmill.library.Library;
import dev.feedmill.library.node.ChangeFollower;
import dev.feedmill.library.node.Election;
import dev.feedmill.library.node.NodeSelf;
import dev.feedmill.library.sql.LeaseHolder;
import java.time.Duration;
import java.util.function.Consumer;

/** What makes this server one of several that share a library. */
final class SharedServer implements NodeGate.Nodes, AutoCloseable {
    private final ChangeFollower changes;
    private final Election election;
    private final LeaderWork work;

    /**
     * Creates it; it does nothing before {@link #start}.
     *
     * @param address at which this server listens
     * @param applied applies what other servers have changed, before a request goes on
     */
    SharedServer(Library library, Settings.Nodes rules, String address, LeaderWork work, Runnable applied) {
        this.work = work;
        this.changes = new ChangeFollower(library.database(), library.changes(), rules.maxWait(), applied);
        NodeSelf self = new NodeSelf(LeaseHolder.ofThisProcess(address).host(), address, Version.number());
        this.election = new Election(library.database(), self, changes::position, work);
    }

    /** Starts the web server, whose requests wait for what other servers have changed. */
    void start(WebServer server) {
        server.share(this);
        server.reportNodes(election::nodes);
        server.start();
        // Not before: what others have changed may have the web server reconfigured, which must not happen while it
        // starts.
        changes.start();
        election.start();
    }

    @Override
    public void whenCurrent(Consumer<Boolean> then) {
        changes.whenCurrent(then);
    }

    @Override
    public int count() {
        return election.count();
    }

    @Override
    public Duration sinceCurrent() {
        return changes.sinceCurrent();
    }

    /** Whether this server follows the folder. */
    boolean leads() {
        return work.isBegun();
    }

    /** Tells the other servers of the first comparison with the folder. */
    void looked(FolderLook look) {
        work.looked(look);
    }

    /** Leads no more, and goes on serving. */
    void resign() {
        work.stop();
        election.close();
    }

    @Override
    public void close() {
        changes.close();
    }
}
