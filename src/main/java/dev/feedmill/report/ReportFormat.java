package dev.feedmill.report;

import java.io.PrintStream;
import java.nio.file.Path;

/** The formats of a check's result. */
public enum ReportFormat {
    /** Lines for people. */
    TEXT,
    /** Everything as one JSON document. */
    JSON,
    /** Commands that GitHub turns into annotations of a change. */
    GITHUB,
    /** SARIF 2.1.0 (OASIS), which code hosts and editors read. */
    SARIF;

    /**
     * Prints a result.
     *
     * @param folder the articles folder, as it was named
     * @param version of this program
     */
    public void print(CheckReport report, Path folder, String version, PrintStream out) {
        switch (this) {
            case TEXT -> TextReport.print(report, out);
            case JSON -> out.println(JsonReport.of(report));
            case GITHUB -> GithubReport.print(report, folder, out);
            case SARIF -> out.println(SarifReport.of(report, folder, version));
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
