package dev.feedmill.history;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Polls documents in each way there is and remembers what it was given; what does not fit together is a fault. */
final class Reader {
    private static final int COPIES_KEPT = 3;
    /** A date of less than this age may be that of another change to come (RFC 9110 section 8.8.2.2). */
    private static final Duration UNSURE = Duration.ofSeconds(2);

    private final Server server;
    private final Map<String, Copy> latest = new HashMap<>();
    private final Map<String, Deque<Copy>> earlier = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();

    /**
     * What a reader keeps of an answer.
     *
     * @param sure whether nothing can change any more in the second that its date names
     */
    record Copy(String path, String body, String tag, String date, boolean sure, FeedDocument feed) {
        Instant modified() {
            return instant(date);
        }

        Copy unsure() {
            return new Copy(path, body, tag, date, false, feed);
        }

        boolean isDated() {
            return !date.isEmpty();
        }

        boolean tellsAs(Copy other) {
            return feed.equals(other.feed());
        }
    }

    Reader(Server server) {
        this.server = server;
    }

    /** The document now, after it was also asked for with what is kept of it. */
    Copy poll(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> whole = server.get(path);
        Promise.FORMATS_TELL_ALIKE.expect(path, whole.statusCode() == 200, "200", "a " + whole.statusCode());
        Copy now = copy(path, whole);
        Instant at = instant(field(whole, "Date"));
        if (now.isDated()) {
            Promise.DATE_IS_NOT_TO_COME.expect(
                    path, !now.modified().isAfter(at), "a Last-Modified that is not to come", now.date() + " at " + at);
        }
        compareTags(now);
        Copy before = latest.put(path, now);
        if (before == null || !before.tag().equals(now.tag())) {
            keep(now);
        }
        if (before != null) {
            compare(before, now, at);
        }
        return now;
    }

    private void compare(Copy before, Copy now, Instant at) throws IOException, InterruptedException {
        String path = now.path();
        boolean same = before.body().equals(now.body());
        Promise.SAME_BYTES_WHERE_NOTHING_CHANGED.expect(
                path,
                same || !before.tellsAs(now),
                "the same bytes, since nothing that they tell has changed",
                difference(before, now));
        Instant updated = now.feed().updated();
        Instant updatedBefore = before.feed().updated();
        Promise.DATE_NEVER_GOES_BACK.expect(
                path,
                updated == null || updatedBefore == null || !updated.isBefore(updatedBefore),
                "an 'updated' that is not before " + updatedBefore,
                "" + updated);
        if (before.isDated() && now.isDated()) {
            compareDates(before, now, same);
        }
        int byTag = server.get(path, "If-None-Match", before.tag()).statusCode();
        Promise.NOT_MODIFIED_BY_TAG.expect(
                path, byTag == (same ? 304 : 200), same ? "304 by tag" : "200 by tag", "a " + byTag);
        if (before.isDated()) {
            int byDate = server.get(path, "If-Modified-Since", before.date()).statusCode();
            Promise.NOT_MODIFIED_BY_DATE.expect(
                    path,
                    byDate == (same ? 304 : 200) || (same && !(before.sure() && now.isDated()) && byDate == 200),
                    (same ? "304" : "200") + " by the date " + before.date(),
                    "a " + byDate + " at " + at);
        }
    }

    private static void compareDates(Copy before, Copy now, boolean same) {
        Promise.DATE_NEVER_GOES_BACK.expect(
                now.path(),
                !now.modified().isBefore(before.modified()),
                "a Last-Modified that is not before " + before.date(),
                now.date());
        Promise.DATE_OF_SAME_BYTES_STAYS.expect(
                now.path(),
                !same || !before.sure() || now.date().equals(before.date()),
                "the date of the same bytes, " + before.date(),
                now.date());
    }

    /** Equal bytes if and only if equal tag. */
    private void compareTags(Copy now) {
        String tagged = bodies.putIfAbsent(now.tag(), now.body());
        Promise.TAG_IS_OF_THE_BYTES.expect(
                now.path(),
                tagged == null || tagged.equals(now.body()),
                "another tag than that of other bytes",
                now.tag());
        String tag = tags.putIfAbsent(now.path() + " " + now.body(), now.tag());
        Promise.TAG_IS_OF_THE_BYTES.expect(
                now.path(), tag == null || tag.equals(now.tag()), "the tag of the same bytes, " + tag, now.tag());
    }

    /**
     * Asks for what is new since each copy that is kept.
     *
     * @param now of the feed
     */
    void takeDeltas(Copy now) throws IOException, InterruptedException {
        for (Copy base : List.copyOf(earlier.getOrDefault(now.path(), new ArrayDeque<>()))) {
            HttpResponse<byte[]> answer = server.get(now.path(), "If-None-Match", base.tag(), "A-IM", "feed");
            Map<String, String> changed = new TreeMap<>();
            Map<String, FeedDocument.Entry> had = base.feed().byId();
            now.feed().byId().forEach((id, entry) -> {
                FeedDocument.Entry old = had.get(id);
                if (old == null || !old.whole().equals(entry.whole())) {
                    changed.put(id, entry.whole());
                }
            });
            Map<String, String> deleted = new TreeMap<>(now.feed().deleted());
            deleted.entrySet().removeAll(base.feed().deleted().entrySet());
            String path = now.path() + " since " + base.tag();
            if (base.tag().equals(now.tag())) {
                Promise.DELTA_IS_WHAT_CHANGED.expect(
                        path, answer.statusCode() == 304, "304", "a " + answer.statusCode());
            } else if (changed.isEmpty() && deleted.isEmpty()) {
                Promise.DELTA_IS_WHAT_CHANGED.expect(
                        path, answer.statusCode() == 200, "200, nothing is new", "a " + answer.statusCode());
            } else {
                Promise.DELTA_IS_WHAT_CHANGED.expect(
                        path, answer.statusCode() == 226, "226", "a " + answer.statusCode());
                Promise.DELTA_IS_WHAT_CHANGED.expect(
                        path,
                        field(answer, "ETag").equals(now.tag()),
                        "the tag of the whole, " + now.tag(),
                        field(answer, "ETag"));
                Map<String, String> given = new TreeMap<>();
                FeedDocument delta = FeedDocument.of(now.path(), answer.body());
                delta.byId().forEach((id, entry) -> given.put(id, entry.whole()));
                Promise.DELTA_IS_WHAT_CHANGED.expect(path, given.equals(changed), changed.toString(), given.toString());
                Promise.DELTA_IS_WHAT_CHANGED.expect(
                        path,
                        delta.deleted().equals(deleted),
                        "deleted " + deleted,
                        delta.deleted().toString());
            }
        }
    }

    /** A server that was killed may have lost which tags and dates it gave. */
    void isKilled() {
        earlier.clear();
        latest.replaceAll((path, copy) -> copy.unsure());
    }

    /** Goes from a feed back to its beginning, page by page. */
    Map<String, FeedDocument.Entry> walk(Copy current) throws IOException, InterruptedException {
        Map<String, FeedDocument.Entry> all = new LinkedHashMap<>();
        Set<String> visited = new HashSet<>();
        for (String path = current.feed().older(); path != null; ) {
            Promise.ARCHIVE_IS_EVERYTHING.expect(path, visited.add(path), "another page than before", "a circle");
            Copy page = poll(path);
            for (FeedDocument.Entry entry : page.feed().byId().values()) {
                Promise.ARCHIVE_IS_EVERYTHING.expect(
                        path, all.put(entry.id(), entry) == null, "each article on one page", entry.title());
            }
            path = page.feed().older();
        }
        current.feed().byId().forEach((id, entry) -> {
            FeedDocument.Entry archived = all.put(id, entry);
            Promise.ARCHIVE_IS_EVERYTHING.expect(
                    current.path(),
                    archived == null || archived.whole().equals(entry.whole()),
                    "what the archive says, " + archived,
                    entry.toString());
        });
        return all;
    }

    private void keep(Copy copy) {
        Deque<Copy> copies = earlier.computeIfAbsent(copy.path(), path -> new ArrayDeque<>());
        copies.addLast(copy);
        if (copies.size() > COPIES_KEPT) {
            copies.removeFirst();
        }
    }

    private Copy copy(String path, HttpResponse<byte[]> answer) {
        if (server.omitsDates() && answer.headers().firstValue("Last-Modified").isEmpty()) {
            return new Copy(
                    path,
                    new String(answer.body(), StandardCharsets.UTF_8),
                    field(answer, "ETag"),
                    "",
                    false,
                    FeedDocument.of(path, answer.body()));
        }
        return new Copy(
                path,
                new String(answer.body(), StandardCharsets.UTF_8),
                field(answer, "ETag"),
                field(answer, "Last-Modified"),
                instant(field(answer, "Last-Modified")).plus(UNSURE).isBefore(instant(field(answer, "Date"))),
                FeedDocument.of(path, answer.body()));
    }

    private static String field(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError("no " + name + " is sent"));
    }

    private static Instant instant(String date) {
        return OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static String difference(Copy before, Copy now) {
        String one = before.body();
        String two = now.body();
        int at = Arrays.mismatch(one.toCharArray(), two.toCharArray());
        return around(one, at) + " became " + around(two, at);
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, Math.min(text.length(), at) - 60), Math.min(text.length(), at + 60));
    }
}
