package dev.feedmill.report;

import dev.feedmill.folder.FolderStatus;
import dev.feedmill.web.Json;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** A check's result as JSON: the counts of files, and each finding with file, line, severity, kind and message. */
final class JsonReport {
    private JsonReport() {}

    static String of(CheckReport report) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeName("files");
            counts(json, report.status());
            json.writeName("findings");
            json.writeStartArray();
            report.findings().forEach(finding -> finding(json, finding));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void counts(JsonGenerator json, FolderStatus status) {
        json.writeStartObject();
        json.writeNumberProperty("all", status.files());
        json.writeNumberProperty("served", status.served());
        json.writeNumberProperty("hidden", status.hidden());
        json.writeNumberProperty("skipped", status.skipped().size());
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("file", finding.at().file());
        if (finding.at().line() > 0) {
            json.writeNumberProperty("line", finding.at().line());
        }
        json.writeStringProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("kind", finding.kind());
        json.writeStringProperty("message", finding.message());
        json.writeEndObject();
    }
}
