package dev.feedmill.http.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.message.Epoch;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.library.Library;
import dev.feedmill.library.change.Change;
import dev.feedmill.runtime.DeadlineExceededException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentCacheTest {
    private static final Instant NOON = Instant.parse("2024-06-01T12:00:00.200Z");

    @TempDir
    private Path data;

    private Instant now = NOON;
    private Library library;
    private DocumentCache documents;
    private final Epoch epoch = new Epoch();

    @BeforeEach
    void open() {
        library = Library.open(data.toString(), () -> now);
        documents = new DocumentCache(
                1 << 20,
                new RenderQueue(4, 100),
                new ModificationTimes(1 << 16, () -> now, library.modifiedDocuments()));
    }

    @AfterEach
    void close() {
        library.close();
    }

    private HttpRequest request() {
        return HttpRequest.own(epoch.now());
    }

    private void restart() {
        close();
        open();
    }

    /** The time in {@code Last-Modified} after a change, and whether a poll with it gets a 304. */
    private String lastModifiedAfterChange(String path, String text) {
        documents.changed(new Change(Set.of(1L)), epoch);
        return lastModified(path, text);
    }

    private String lastModified(String path, String text) {
        CachedResponse served = documents.get(request(), path, Set.of(1L), () -> text(text));
        String date = served.validators().fields(Coding.IDENTITY).get("Last-Modified");
        return date == null ? "no date" : date.substring(17, 25) + (knows(path, date) ? " known" : " unknown");
    }

    private static CachedResponse text(String text) {
        Document document = new Document("text/plain", text.getBytes(StandardCharsets.UTF_8));
        return new CachedResponse(document, 200, Validators.of(document, null, Map.of()), Map.of());
    }

    private boolean knows(String path, String date) {
        HttpRequest request = new HttpRequest(
                "GET", path, null, () -> null, name -> name == RequestHeader.IF_MODIFIED_SINCE ? date : null);
        return Objects.requireNonNull(documents.fresh(path)).validators().matches(request);
    }

    @Test
    void the_same_bytes_keep_their_time_and_others_have_a_later_one() {
        assertThat(lastModifiedAfterChange("/a", "one")).isEqualTo("12:00:00 known");
        now = NOON.plusSeconds(60);
        assertThat(lastModifiedAfterChange("/a", "one")).isEqualTo("12:00:00 known");
        now = NOON.plusSeconds(120);
        assertThat(lastModifiedAfterChange("/a", "two")).isEqualTo("12:02:00 known");
        now = NOON.plusSeconds(180);
        assertThat(lastModifiedAfterChange("/a", "one")).isEqualTo("12:03:00 known");
    }

    @Test
    void the_first_of_two_versions_of_one_second_is_not_answered_with_304() {
        assertThat(lastModifiedAfterChange("/a", "one")).isEqualTo("12:00:00 known");
        assertThat(lastModifiedAfterChange("/a", "two")).isEqualTo("12:00:00 unknown");
        assertThat(lastModifiedAfterChange("/a", "three")).isEqualTo("12:00:00 unknown");
        now = NOON.plusSeconds(1);
        assertThat(lastModified("/a", "three")).isEqualTo("12:00:01 known");
    }

    @Test
    void after_the_clock_was_set_back_no_time_is_in_the_future() {
        now = NOON.plusSeconds(3_600);
        assertThat(lastModifiedAfterChange("/a", "one")).isEqualTo("13:00:00 known");
        now = NOON;
        assertThat(lastModified("/a", "one")).isEqualTo("no date");
        assertThat(lastModifiedAfterChange("/a", "two")).isEqualTo("no date");
        assertThat(knows("/a", "Sat, 01 Jun 2024 13:00:00 GMT")).isFalse();
        now = NOON.plusSeconds(3_601);
        assertThat(lastModified("/a", "two")).isEqualTo("13:00:01 known");
    }

    @Test
    void times_outlive_a_restart_and_show_what_changed_meanwhile() {
        lastModifiedAfterChange("/a", "one");
        lastModifiedAfterChange("/archive/3/b.rss", "one");
        now = NOON.plusSeconds(60);
        restart();
        assertThat(lastModified("/a", "one")).isEqualTo("12:00:00 known");
        assertThat(lastModified("/archive/3/b.rss", "two")).isEqualTo("12:01:00 known");
        assertThat(lastModified("/c", "one")).isEqualTo("12:01:00 known");
    }

    @Test
    void what_changes_by_itself_has_the_time_at_which_it_was_seen_to() {
        lastModifiedAfterChange("/a?since=P1D 1", "one");
        now = NOON.plusSeconds(60);
        assertThat(lastModified("/a?since=P1D 2", "one")).isEqualTo("12:00:00 known");
        now = NOON.plusSeconds(120);
        assertThat(lastModified("/a?since=P1D 3", "two")).isEqualTo("12:02:00 known");
    }

    @Test
    void a_forgotten_version_is_not_answered_with_304() {
        lastModifiedAfterChange("/a?q=x 1", "one");
        now = NOON.plusSeconds(60);
        for (int i = 0; i < 2_000; i++) {
            lastModified("/" + i + "?q=x", "other");
        }
        assertThat(lastModified("/a?q=x 2", "two")).doesNotContain("12:00:00");
        assertThat(knows("/a?q=x 2", "Sat, 01 Jun 2024 12:00:00 GMT")).isFalse();
    }

    private final AtomicInteger number = new AtomicInteger();

    private CachedResponse make() {
        return of(1);
    }

    private CachedResponse of(int bytes) {
        number.incrementAndGet();
        Document document = new Document("text/plain", new byte[bytes]);
        return new CachedResponse(document, 200, Validators.of(document, null, Map.of()), Map.of());
    }

    @Test
    void a_document_is_made_once_until_a_change_touches_it() {
        CachedResponse first = documents.get(request(), "/a", Set.of(1L), this::make);
        assertThat(documents.fresh("/a")).isSameAs(first);
        assertThat(documents.get(request(), "/a", Set.of(1L), this::make)).isSameAs(first);

        documents.changed(new Change(Set.of(2L, 0L)), epoch);
        assertThat(documents.fresh("/a")).isSameAs(first);

        documents.changed(new Change(Set.of(1L)), epoch);
        assertThat(documents.fresh("/a")).isNull();
        assertThat(documents.get(request(), "/a", Set.of(1L), this::make)).isNotSameAs(first);
        assertThat(documents.fresh("/a")).isNotNull();
    }

    @Test
    void what_was_looked_up_before_a_change_is_not_kept_after_it() {
        HttpRequest request = request();
        documents.changed(new Change(Set.of(1L)), epoch);

        documents.get(request, "/a", Set.of(1L), this::make);

        assertThat(documents.fresh("/a")).isNull();
    }

    @Test
    void what_was_read_while_a_change_came_in_is_not_kept() {
        documents.get(request(), "/a", Set.of(1L), () -> {
            CachedResponse old = make();
            documents.changed(new Change(Set.of(1L)), epoch);
            return old;
        });

        assertThat(documents.fresh("/a")).isNull();
    }

    @Test
    void many_who_ask_at_once_get_one_document() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            CountDownLatch all = new CountDownLatch(16);
            List<Future<CachedResponse>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(threads.submit(() -> {
                    HttpRequest request = request();
                    all.countDown();
                    all.await();
                    return documents.get(request, "/a", Set.of(1L), () -> {
                        documents.changed(new Change(Set.of(1L)), epoch);
                        return make();
                    });
                }));
            }
            CachedResponse one = answers.get(0).get();
            for (Future<CachedResponse> answer : answers) {
                assertThat(answer.get()).isSameAs(one);
            }
            assertThat(number).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void only_so_many_bytes_are_kept() {
        for (int i = 0; i < 1_000; i++) {
            documents.get(request(), "/" + i, Set.of(1L), () -> of(10_000));
        }
        long kept = 0;
        for (int i = 0; i < 1_000; i++) {
            kept += documents.fresh("/" + i) == null ? 0 : 1;
        }
        assertThat(kept).isBetween(1L, 105L);
    }

    @Test
    void validators_outlive_a_document_that_made_room_but_no_change() {
        CachedResponse first = documents.get(request(), "/a", Set.of(1L), () -> of(100_000));
        for (int i = 0; i < 20; i++) {
            documents.get(request(), "/" + i, Set.of(2L), () -> of(100_000));
        }
        documents.fresh("/a");
        assertThat(documents.fresh("/a")).isNull();
        assertThat(documents.validators("/a")).isSameAs(first.validators());

        documents.changed(new Change(Set.of(1L)), epoch);
        assertThat(documents.validators("/a")).isNull();
    }

    @Test
    void slow_work_does_not_delay_requests_for_other_documents() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try {
            Future<CachedResponse> slow = threads.submit(() -> documents.get(request(), "/slow", Set.of(1L), () -> {
                begun.countDown();
                awaitQuietly(end);
                return make();
            }));
            begun.await();
            // More than a cache has places to lock.
            for (int i = 0; i < 1_000; i++) {
                documents.get(request(), "/" + i, Set.of(1L), () -> of(1));
            }
            assertThat(slow.isDone()).isFalse();
            end.countDown();
            assertThat(slow.get()).isNotNull();
        } finally {
            end.countDown();
            threads.shutdownNow();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_thread_that_waits_for_abandoned_work_does_it_itself() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try {
            Future<CachedResponse> givenUp = threads.submit(() -> documents.get(request(), "/a", Set.of(1L), () -> {
                begun.countDown();
                awaitQuietly(end);
                throw new DeadlineExceededException("the first has no time left");
            }));
            begun.await();
            Future<CachedResponse> waiting =
                    threads.submit(() -> documents.get(request(), "/a", Set.of(1L), this::make));
            end.countDown();
            assertThat(waiting.get()).isNotNull();
            assertThatThrownBy(givenUp::get).hasCauseInstanceOf(DeadlineExceededException.class);
        } finally {
            end.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void a_fault_reaches_all_who_wait_and_is_not_cached() {
        assertThatThrownBy(() -> documents.get(request(), "/a", Set.of(1L), () -> {
                    throw new IllegalStateException("fault");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(documents.get(request(), "/a", Set.of(1L), this::make)).isNotNull();
        assertThat(documents.find(request(), "/none", Set.of(1L), () -> null)).isNull();
    }
}
