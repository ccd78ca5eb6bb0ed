package dev.feedmill.http;

import dev.feedmill.library.FolderFollower;
import dev.feedmill.library.FolderStatus;
import dev.feedmill.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** How the server is doing, for machines and operators; never cached. */
final class StatusAnswers {
    private static final int LISTED = 200;
    private static final JsonFactory JSON = new JsonFactory();
    private final FolderFollower follower;
    private final FirstScan firstScan;

    StatusAnswers(FolderFollower follower, FirstScan firstScan) {
        this.follower = follower;
        this.firstScan = firstScan;
    }

    /** 200 as soon as feeds can be asked for, 503 while the first scan runs. */
    Answer health() {
        boolean ready = isReady();
        return json(ready ? 200 : 503, json -> {
            json.writeStringProperty("status", ready ? "ok" : "starting");
        });
    }

    private boolean isReady() {
        try {
            return firstScan.isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Answer status() {
        FolderStatus status = follower.status();
        return json(200, json -> {
            json.writeBooleanProperty("scanning", status.scanning());
            json.writeNumberProperty("files", status.files());
            json.writeNumberProperty("served", status.served());
            json.writeNumberProperty("hidden", status.hidden());
            json.writeNumberProperty("skipped", status.skipped());
            Map<Problem.Kind, List<Problem>> kinds = byKind(status);
            json.writeObjectPropertyStart("problemCounts");
            kinds.forEach((kind, problems) -> json.writeNumberProperty(kind.label(), problems.size()));
            json.writeEndObject();
            json.writeObjectPropertyStart("problems");
            kinds.forEach((kind, problems) -> problems(json, kind, problems));
            json.writeEndObject();
            json.writeObjectPropertyStart("lastScan");
            if (status.lastScanAt() != null && status.lastScanTook() != null) {
                json.writeStringProperty("at", status.lastScanAt().toString());
                json.writeNumberProperty("tookMillis", status.lastScanTook().toMillis());
            }
            json.writeEndObject();
        });
    }

    private static Map<Problem.Kind, List<Problem>> byKind(FolderStatus status) {
        Map<Problem.Kind, List<Problem>> kinds = new EnumMap<>(Problem.Kind.class);
        for (Problem problem : status.problems()) {
            kinds.computeIfAbsent(problem.kind(), kind -> new ArrayList<>()).add(problem);
        }
        return kinds;
    }

    private static void problems(JsonGenerator json, Problem.Kind kind, List<Problem> problems) {
        json.writeArrayPropertyStart(kind.label());
        for (Problem problem : problems.subList(0, Math.min(LISTED, problems.size()))) {
            json.writeStartObject();
            json.writeStringProperty("file", problem.location().file());
            json.writeNumberProperty("line", problem.location().line());
            json.writeStringProperty("message", problem.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What stands within the object. */
    private interface Fields {
        void writeTo(JsonGenerator json);
    }

    private static Answer json(int status, Fields fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        }
        return Answer.content(
                status,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Cache-Control",
                        "no-store",
                        "X-Content-Type-Options",
                        "nosniff"),
                out.toByteArray());
    }
}
