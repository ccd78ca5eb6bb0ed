package dev.feedmill.report;

import dev.feedmill.problem.Count;
import java.io.PrintStream;
import java.nio.file.Path;

/** A check's result as workflow commands, which GitHub shows beside the lines of a change. */
final class GithubReport {
    private GithubReport() {}

    /** @param folder the articles folder, as it was named: annotations are relative to where the check runs */
    static void print(CheckReport report, Path folder, PrintStream out) {
        report.findings().forEach(finding -> out.println(command(finding, folder)));
        out.println(data(Count.of(report.status().files(), "file") + ": "
                + report.status().counts()));
    }

    private static String command(Finding finding, Path folder) {
        String name = switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
        String line = finding.at().line() == 0 ? "" : ",line=" + finding.at().line();
        String file = FoundFile.from(folder, finding.at().file());
        return "::" + name + " file=" + property(file) + line + ",title=" + property(finding.kind()) + "::"
                + data(finding.message());
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
