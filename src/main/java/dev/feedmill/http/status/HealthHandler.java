package dev.feedmill.http.status;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.NodeGate;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.library.Library;
import dev.feedmill.web.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Handler for health checks, which report whether the server is alive and ready. It is open to every client, so it shows
 * nothing of the machine.
 */
public final class HealthHandler {
    private static final int SIZE = 256;
    private static final String OK = "ok";

    /** Longer than a server needs to connect to its library again. */
    private static final Duration MAX_BEHIND = Duration.ofSeconds(3);

    private final StartupGate startupGate;
    private final Library library;
    private final FolderFollower follower;
    private final Supplier<ServerRules.Timeouts> timeouts;
    private final NodeGate gate;
    private volatile boolean draining;

    public HealthHandler(
            StartupGate startupGate,
            Library library,
            FolderFollower follower,
            Supplier<ServerRules.Timeouts> timeouts,
            NodeGate gate) {
        this.gate = gate;
        this.startupGate = startupGate;
        this.library = library;
        this.follower = follower;
        this.timeouts = timeouts;
    }

    /** Reports from now on that the server is about to stop, so that no balancer sends it more requests. */
    public void drain() {
        draining = true;
    }

    /** Liveness: 200 as long as the process responds, since a restart would not help with any other fault. */
    public static HttpResponse live() {
        return answer(OK, Map.of());
    }

    /**
     * Readiness: 200 once feeds are served and as long as they follow the folder, otherwise 503 with the part that
     * fails.
     */
    public HttpResponse all() {
        boolean scanned = isScanned();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("scan", scanned ? OK : "the articles are being read");
        parts.put("library", Objects.requireNonNullElse(library.outageReason(), OK));
        parts.put("follower", follower());
        if (!gate.isOpen()) {
            parts.put("changes", changes());
        }
        if (draining) {
            parts.put("server", "it is about to stop");
        }
        boolean ok = parts.values().stream().allMatch(OK::equals);
        return answer(ok ? OK : draining ? "stopping" : scanned ? "failing" : "starting", parts);
    }

    private boolean isScanned() {
        try {
            return startupGate.isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String changes() {
        Duration behind = gate.sinceCurrent();
        return behind.compareTo(MAX_BEHIND) <= 0
                ? OK
                : "what other servers have changed is not known for " + behind.toSeconds() + " seconds";
    }

    private String follower() {
        Duration silent = follower.sinceLastTurn();
        return silent.compareTo(timeouts.get().stall()) <= 0
                ? OK
                : "the folder has not been followed for " + silent.toSeconds() + " seconds";
    }

    private static HttpResponse answer(String status, Map<String, String> parts) {
        byte[] body = Json.bytes(SIZE, json -> {
            json.writeStartObject();
            json.writeStringProperty("status", status);
            parts.forEach(json::writeStringProperty);
            json.writeEndObject();
        });
        boolean ok = status.equals(OK);
        return StatusHandler.answer(
                ok ? 200 : 503, "application/json", ok ? Map.of() : Map.of("Retry-After", "5"), body);
    }
}
