package dev.feedmill.http.status;

import dev.feedmill.pages.part.StatusFacts;
import dev.feedmill.web.Json;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** The status report as JSON. */
final class StatusJson {
    /** Problems listed per kind; all are counted. */
    private static final int LISTED = 200;

    private static final int SIZE = 1 << 12;

    private StatusJson() {}

    static byte[] of(StatusFacts facts) {
        return Json.bytes(SIZE, json -> {
            json.writeStartObject();
            folder(json, facts);
            problems(json, facts.folder().faults());
            answers(json, facts.polls());
            downloads(json, facts.downloads());
            push(json, facts.push());
            nodes(json, facts.nodes());
            process(json, facts);
            json.writeEndObject();
        });
    }

    private static void folder(JsonGenerator json, StatusFacts facts) {
        StatusFacts.Folder folder = facts.folder();
        StatusFacts.Files files = folder.files();
        StatusFacts.Scan last = folder.lastScan();
        json.writeBooleanProperty("scanning", folder.scanning());
        json.writeNumberProperty("articles", facts.published().articles());
        json.writeNumberProperty("feeds", facts.published().feeds());
        json.writeNumberProperty("files", files.all());
        json.writeNumberProperty("served", files.served());
        json.writeNumberProperty("hidden", files.hidden());
        json.writeNumberProperty("skipped", files.skipped());
        json.writeObjectPropertyStart("lastScan");
        if (last != null) {
            json.writeStringProperty(
                    "at", last.at().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeNumberProperty("tookMillis", last.took().toMillis());
        }
        json.writeEndObject();
    }

    private static void problems(JsonGenerator json, List<StatusFacts.Fault> faults) {
        Map<String, List<StatusFacts.Fault>> kinds = new TreeMap<>();
        faults.forEach(fault ->
                kinds.computeIfAbsent(fault.kind(), kind -> new ArrayList<>()).add(fault));
        json.writeObjectPropertyStart("problemCounts");
        kinds.forEach((kind, some) -> json.writeNumberProperty(kind, some.size()));
        json.writeEndObject();
        json.writeObjectPropertyStart("problems");
        kinds.forEach((kind, some) -> {
            json.writeArrayPropertyStart(kind);
            some.subList(0, Math.min(LISTED, some.size())).forEach(fault -> {
                json.writeStartObject();
                json.writeStringProperty("file", fault.file());
                json.writeNumberProperty("line", fault.line());
                json.writeStringProperty("message", fault.message());
                json.writeEndObject();
            });
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    private static void answers(JsonGenerator json, List<StatusFacts.Polls> polls) {
        json.writeObjectPropertyStart("feedAnswers");
        polls.forEach(some -> json.writeNumberProperty(some.status(), some.total()));
        json.writeEndObject();
    }

    private static void downloads(JsonGenerator json, List<StatusFacts.Downloads> downloads) {
        json.writeObjectPropertyStart("downloads");
        downloads.forEach(some -> json.writeNumberProperty(some.path(), some.total()));
        json.writeEndObject();
    }

    private static void push(JsonGenerator json, StatusFacts.Push push) {
        if (push.streams() != null) {
            json.writeNumberProperty("eventStreams", push.streams());
        }
        StatusFacts.Hub hub = push.hub();
        if (hub != null) {
            json.writeObjectPropertyStart("hub");
            json.writeNumberProperty("topics", hub.topics());
            json.writeNumberProperty("subscriptions", hub.subscriptions());
            json.writeNumberProperty("intents", hub.intents());
            json.writeNumberProperty("deliveries", hub.deliveries());
            json.writeEndObject();
        }
    }

    private static void nodes(JsonGenerator json, List<StatusFacts.Node> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("nodes");
        nodes.forEach(node -> {
            json.writeStartObject();
            json.writeStringProperty("id", node.id());
            json.writeStringProperty("host", node.host());
            json.writeStringProperty("address", node.address());
            json.writeStringProperty("version", node.version());
            json.writeStringProperty("role", node.leads() ? "leader" : "follower");
            json.writeStringProperty(
                    "seen", node.seen().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeNumberProperty("behind", node.behind());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void process(JsonGenerator json, StatusFacts facts) {
        StatusFacts.Program process = facts.program();
        json.writeObjectPropertyStart("process");
        json.writeNumberProperty("uptimeSeconds", process.uptime().toSeconds());
        json.writeNumberProperty("heapUsedBytes", process.heapUsed());
        json.writeNumberProperty("heapMaxBytes", process.heapMax());
        if (process.resident() >= 0) {
            json.writeNumberProperty("residentBytes", process.resident());
        }
        json.writeNumberProperty("cachedDocuments", facts.cache().documents());
        json.writeNumberProperty("cachedBytes", facts.cache().bytes());
        json.writeEndObject();
        json.writeObjectPropertyStart("versions");
        json.writeStringProperty("feedmill", process.version());
        json.writeStringProperty("java", process.java());
        json.writeStringProperty("database", process.database());
        json.writeEndObject();
    }
}
