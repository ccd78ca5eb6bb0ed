package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.library.node.ChangeFollower;
import dev.feedmill.library.sql.LeaseHolder;
import dev.feedmill.library.sql.LeaseLostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that follows what another writes. */
class ChangeFollowerTest {
    private static final LeaseHolder HERE = LeaseHolder.ofThisProcess("127.0.0.1:8080");

    private final String url = Databases.POSTGRES.fresh();
    private final Clock clock = Clock.systemUTC();
    private final AtomicBoolean mayApply = new AtomicBoolean(true);
    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private Library leader;
    private Library other;
    private ChangeFollower follower;

    @BeforeEach
    void open() {
        leader = open(HERE);
        assertThat(leader.database().claim()).isTrue();
        other = open(HERE);
        other.onChange(change -> seen.add(change.number()));
        // Before the follower begins.
        LibraryTest.store(leader, Draft.of("a.md"));
        follower = new ChangeFollower(other.database(), other.changes(), Duration.ofSeconds(2), () -> {
            if (!mayApply.get()) {
                throw new IllegalStateException("it cannot be applied");
            }
        });
        follower.start();
    }

    private Library open(LeaseHolder holder) {
        return Library.openShared(holder, Duration.ofHours(1), url, clock, LibraryRules.defaults());
    }

    @AfterEach
    void close() {
        follower.close();
        other.close();
        leader.close();
    }

    private boolean isCurrent() throws Exception {
        CompletableFuture<Boolean> current = new CompletableFuture<>();
        follower.whenCurrent(current::complete);
        return current.get(1, TimeUnit.MINUTES);
    }

    @Test
    void listeners_know_each_change_before_a_request_goes_on() throws Exception {
        assertThat(isCurrent()).isTrue();
        assertThat(seen).hasSize(1);
        for (int i = 2; i < 20; i++) {
            LibraryTest.store(leader, Draft.of("a" + i + ".md"));
            assertThat(isCurrent()).isTrue();
            assertThat(seen).hasSize(i);
        }
        assertThat(follower.position()).isEqualTo(leader.changes().last());
    }

    @Test
    void a_request_that_fails_ends_nothing() throws Exception {
        follower.whenCurrent(current -> {
            throw new StackOverflowError();
        });
        assertThat(isCurrent()).isTrue();
    }

    @Test
    void a_server_that_cannot_apply_a_change_is_not_current_until_it_can() throws Exception {
        mayApply.set(false);
        assertThat(isCurrent()).isFalse();
        mayApply.set(true);
        assertThat(isCurrent()).isTrue();
    }

    @Test
    void one_that_does_not_lead_writes_nothing_of_the_leader_and_notes_its_own() {
        assertThat(other.database().claim()).isFalse();
        assertThat(other.database().mayWrite()).isFalse();
        assertThatThrownBy(() -> other.writer().confirmOutcome()).isInstanceOf(LeaseLostException.class);
        other.eTags().issue("/feed.rss", "tag", Set.of(1L));
        Folder.await("the tag", () -> leader.eTags().entries("/feed.rss", "tag") != null);
    }
}
