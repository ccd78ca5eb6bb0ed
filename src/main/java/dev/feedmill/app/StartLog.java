package dev.feedmill.app;

import dev.feedmill.log.FieldRecord;
import dev.feedmill.web.ServerUrl;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The line of the log that says which server has started. */
final class StartLog {
    private static final Logger LOG = Logger.getLogger("dev.feedmill.start");

    private StartLog() {}

    static void log(ServerUrl serverUrl, Path folder, String library) {
        String version = Version.number();
        String java = Runtime.version().toString();
        LOG.log(new FieldRecord(
                Level.INFO,
                LOG.getName(),
                "Feedmill " + version + " on Java " + java + " serves " + serverUrl.url("") + " from " + folder
                        + ", library: " + library,
                Map.of(
                        "version", version,
                        "java", java,
                        "url", serverUrl.url(""),
                        "articles", folder.toString(),
                        "library", library)));
    }
}
