package dev.feedmill.report;

import dev.feedmill.web.Json;
import dev.feedmill.web.PercentCoding;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** A check's result as SARIF 2.1.0 (docs.oasis-open.org/sarif), one rule for each kind of finding. */
final class SarifReport {
    private SarifReport() {}

    /**
     * The log.
     *
     * @param folder the articles folder, as it was named: paths are relative to where the check runs
     * @param version of this program
     */
    static String of(CheckReport report, Path folder, String version) {
        List<Finding> findings = report.findings();
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringProperty("version", "2.1.0");
            json.writeName("runs");
            json.writeStartArray();
            json.writeStartObject();
            tool(json, findings, version);
            json.writeStringProperty("columnKind", "unicodeCodePoints");
            json.writeName("results");
            json.writeStartArray();
            findings.forEach(finding -> result(json, finding, folder));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void tool(JsonGenerator json, List<Finding> findings, String version) {
        json.writeName("tool");
        json.writeStartObject();
        json.writeName("driver");
        json.writeStartObject();
        json.writeStringProperty("name", "Feedmill");
        json.writeStringProperty("version", version);
        json.writeName("rules");
        json.writeStartArray();
        TreeSet<String> kinds = new TreeSet<>();
        findings.forEach(finding -> kinds.add(finding.kind()));
        for (String kind : kinds) {
            json.writeStartObject();
            json.writeStringProperty("id", kind);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Finding finding, Path folder) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", finding.kind());
        json.writeStringProperty("level", level(finding.severity()));
        text(json, "message", finding.message());
        json.writeName("locations");
        json.writeStartArray();
        json.writeStartObject();
        json.writeName("physicalLocation");
        json.writeStartObject();
        json.writeName("artifactLocation");
        json.writeStartObject();
        json.writeStringProperty("uri", uri(FoundFile.from(folder, finding.at().file())));
        json.writeEndObject();
        if (finding.at().line() > 0) {
            json.writeName("region");
            json.writeStartObject();
            json.writeNumberProperty("startLine", finding.at().line());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String text) {
        json.writeName(name);
        json.writeStartObject();
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    private static String level(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    /** An absolute path becomes a {@code file} URI (SARIF section 3.4.3). */
    private static String uri(String path) {
        String encoded = PercentCoding.encodePath(path);
        return encoded.startsWith("/") ? "file://" + encoded : encoded;
    }
}
