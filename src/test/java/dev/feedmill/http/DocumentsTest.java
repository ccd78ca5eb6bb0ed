package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.feed.Document;
import dev.feedmill.library.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private final Documents documents = new Documents(1 << 20);
    private final AtomicInteger number = new AtomicInteger();

    private Served make() {
        return of(1);
    }

    private Served of(int bytes) {
        number.incrementAndGet();
        Document document = new Document("text/plain", new byte[bytes], Instant.EPOCH);
        return new Served(document, 200, Validators.of(document, null, Map.of()), Map.of());
    }

    @Test
    void a_document_is_made_once_until_a_change_touches_it() {
        Served first = documents.get("/a", Set.of(1L), documents.mark(), this::make);
        assertThat(documents.present("/a")).isSameAs(first);
        assertThat(documents.get("/a", Set.of(1L), documents.mark(), this::make))
                .isSameAs(first);

        documents.changed(new Change(Set.of(2L, 0L)));
        assertThat(documents.present("/a")).isSameAs(first);

        documents.changed(new Change(Set.of(1L)));
        assertThat(documents.present("/a")).isNull();
        assertThat(documents.get("/a", Set.of(1L), documents.mark(), this::make))
                .isNotSameAs(first);
        assertThat(documents.present("/a")).isNotNull();
    }

    @Test
    void what_was_looked_up_before_a_change_is_not_kept_after_it() {
        long mark = documents.mark();
        documents.changed(new Change(Set.of(1L)));

        documents.get("/a", Set.of(1L), mark, this::make);

        assertThat(documents.present("/a")).isNull();
    }

    @Test
    void what_was_read_while_a_change_came_in_is_not_kept() {
        documents.get("/a", Set.of(1L), documents.mark(), () -> {
            Served old = make();
            documents.changed(new Change(Set.of(1L)));
            return old;
        });

        assertThat(documents.present("/a")).isNull();
    }

    @Test
    void many_who_ask_at_once_get_one_document() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            CountDownLatch all = new CountDownLatch(16);
            List<Future<Served>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(threads.submit(() -> {
                    long mark = documents.mark();
                    all.countDown();
                    all.await();
                    return documents.get("/a", Set.of(1L), mark, () -> {
                        documents.changed(new Change(Set.of(1L)));
                        return make();
                    });
                }));
            }
            Served one = answers.get(0).get();
            for (Future<Served> answer : answers) {
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
            documents.get("/" + i, Set.of(1L), documents.mark(), () -> of(10_000));
        }
        long kept = 0;
        for (int i = 0; i < 1_000; i++) {
            kept += documents.present("/" + i) == null ? 0 : 1;
        }
        assertThat(kept).isBetween(1L, 105L);
    }

    @Test
    void validators_outlive_a_document_that_made_room_but_no_change() {
        Served first = documents.get("/a", Set.of(1L), documents.mark(), () -> of(100_000));
        for (int i = 0; i < 20; i++) {
            documents.get("/" + i, Set.of(2L), documents.mark(), () -> of(100_000));
        }
        documents.present("/a");
        assertThat(documents.present("/a")).isNull();
        assertThat(documents.validators("/a")).isSameAs(first.validators());

        documents.changed(new Change(Set.of(1L)));
        assertThat(documents.validators("/a")).isNull();
    }
}
