package dev.feedmill.http.status;

import dev.feedmill.pages.part.StatusFacts;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The status report for Prometheus (text exposition format 0.0.4). */
final class MetricsText {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder out = new StringBuilder();

    private MetricsText() {}

    static String of(StatusFacts facts, ResponseCounts counts) {
        MetricsText text = new MetricsText();
        text.begin("feedmill_feed_answers_total", "counter", "Responses to polls of feeds, by feed and status.");
        counts.feeds().forEach((feed, sums) -> text.answers("feedmill_feed_answers_total", "feed", feed, sums));
        text.begin("feedmill_other_answers_total", "counter", "Responses other than feeds, by status.");
        text.answers("feedmill_other_answers_total", "kind", "page", counts.rest());
        text.gauge("feedmill_ready", "1 when feeds are served.", facts.ready() ? 1 : 0);
        StatusFacts.Folder folder = facts.folder();
        text.gauge("feedmill_articles", "Public articles.", facts.published().articles());
        text.gauge(
                "feedmill_feeds",
                "Categories, authors and tags with articles, and everything.",
                facts.published().feeds());
        text.gauge("feedmill_files", "Files in the folder.", folder.files().all());
        text.gauge(
                "feedmill_files_hidden",
                "Files held back: drafts, unpublished and future articles.",
                folder.files().hidden());
        text.gauge(
                "feedmill_files_skipped",
                "Files that cannot be served.",
                folder.files().skipped());
        Map<String, Long> kinds = folder.faults().stream()
                .collect(Collectors.groupingBy(StatusFacts.Fault::kind, TreeMap::new, Collectors.counting()));
        text.begin("feedmill_problems", "gauge", "What is wrong in files, by kind.");
        kinds.forEach((kind, number) -> text.sample("feedmill_problems", "kind=\"" + escaped(kind) + "\"", number));
        StatusFacts.Scan last = folder.lastScan();
        if (last != null) {
            text.gauge(
                    "feedmill_last_scan_timestamp_seconds",
                    "End of the last comparison of the whole folder.",
                    last.at().getEpochSecond());
            text.begin("feedmill_last_scan_duration_seconds", "gauge", "How long it took.");
            text.out
                    .append("feedmill_last_scan_duration_seconds ")
                    .append(last.took().toMillis() / 1000.0)
                    .append('\n');
        }
        text.gauge(
                "feedmill_cached_documents", "Cached documents.", facts.cache().documents());
        text.gauge(
                "feedmill_cached_bytes",
                "Approximate size of the cached documents.",
                facts.cache().bytes());
        text.push(facts.push());
        text.gauge("feedmill_heap_used_bytes", "Heap in use.", facts.program().heapUsed());
        text.gauge(
                "feedmill_uptime_seconds",
                "Time since the start.",
                facts.program().uptime().toSeconds());
        return text.out.toString();
    }

    private void push(StatusFacts.Push push) {
        if (push.streams() != null) {
            gauge("feedmill_event_streams", "Open streams of events.", push.streams());
        }
        StatusFacts.Hub hub = push.hub();
        if (hub != null) {
            gauge("feedmill_hub_topics", "Feeds that somebody subscribed to at the hub.", hub.topics());
            gauge("feedmill_hub_subscriptions", "Subscriptions at the hub.", hub.subscriptions());
            gauge("feedmill_hub_intents", "Requests to the hub that no callback confirmed.", hub.intents());
            gauge("feedmill_hub_deliveries", "Deliveries of the hub that wait or are in progress.", hub.deliveries());
        }
    }

    private void answers(String name, String label, String value, long[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sample(name, label + "=\"" + escaped(value) + "\",status=\"" + StatusReport.name(i) + "\"", sums[i]);
        }
    }

    private void gauge(String name, String help, long value) {
        begin(name, "gauge", help);
        out.append(name).append(' ').append(value).append('\n');
    }

    private void begin(String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void sample(String name, String labels, long value) {
        out.append(name).append('{').append(labels).append("} ").append(value).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
