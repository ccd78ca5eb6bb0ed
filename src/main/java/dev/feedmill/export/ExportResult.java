package dev.feedmill.export;

import java.util.List;

/**
 * What an export did, or would do if it only checked.
 *
 * @param created paths of new files
 * @param changed paths of files with other bytes
 * @param removed paths of files that are no longer served
 * @param unchanged number of files that were left as they were
 * @param problems files that are not in the export, with the reason
 * @param notes what some hosts cannot serve
 */
public record ExportResult(
        List<String> created,
        List<String> changed,
        List<String> removed,
        int unchanged,
        List<String> problems,
        List<String> notes) {
    public ExportResult {
        created = List.copyOf(created);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Whether the folder already equals the export. */
    public boolean isSame() {
        return created.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
