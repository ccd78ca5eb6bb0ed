package dev.feedmill.http.status;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.library.Library;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Whether the server is alive and ready, for whatever starts and watches it; for everybody, so it names nothing of the
 * machine.
 */
public final class HealthHandler {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String OK = "ok";

    private final StartupGate firstScan;
    private final Library library;
    private final FolderFollower follower;
    private final Duration stallTime;

    /** @param stallTime so long the follower may go without getting on */
    public HealthHandler(StartupGate firstScan, Library library, FolderFollower follower, Duration stallTime) {
        this.firstScan = firstScan;
        this.library = library;
        this.follower = follower;
        this.stallTime = stallTime;
    }

    /** 200 as long as the process answers at all: whatever else is wrong, a restart would not mend it. */
    public static HttpResponse live() {
        return answer(OK, Map.of());
    }

    /** 200 as soon as feeds can be asked for and as long as they follow the folder, else 503 with the part that does not. */
    public HttpResponse all() {
        boolean scanned = isScanned();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("scan", scanned ? OK : "the articles are being read for the first time");
        parts.put("library", Objects.requireNonNullElse(library.trouble(), OK));
        parts.put("follower", follower());
        boolean ok = parts.values().stream().allMatch(OK::equals);
        return answer(ok ? OK : scanned ? "failing" : "starting", parts);
    }

    private boolean isScanned() {
        try {
            return firstScan.isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String follower() {
        Duration silent = follower.sinceLastTurn();
        return silent.compareTo(stallTime) <= 0
                ? OK
                : "the folder has not been followed for " + silent.toSeconds() + " seconds";
    }

    private static HttpResponse answer(String status, Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("status", status);
            parts.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        boolean ok = status.equals(OK);
        return StatusHandler.answer(
                ok ? 200 : 503, "application/json", ok ? Map.of() : Map.of("Retry-After", "5"), out.toByteArray());
    }
}
