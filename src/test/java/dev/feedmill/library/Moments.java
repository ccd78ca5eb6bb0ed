package dev.feedmill.library;

import static dev.feedmill.library.LibraryTest.all;
import static dev.feedmill.library.LibraryTest.rows;
import static dev.feedmill.library.LibraryTest.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.identity.ChangedFile;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.identity.FileState;
import dev.feedmill.library.identity.FolderChange;
import dev.feedmill.library.identity.Identities;
import dev.feedmill.library.identity.IdentityResolver;
import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileStamp;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.selection.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Identifies and stores files that are created and removed together, for tests. */
final class Moments {
    private Moments() {}

    static Draft named(String path, String title) {
        return Draft.of(path).title(title);
    }

    static FileReading refused(String path, String digest) {
        Problem fault = new Problem(Location.of(path), Problem.Kind.FRONT_MATTER, "cannot be read");
        return new FileReading(path, FileStamp.UNKNOWN, digest, new Parsed.Refused<>(List.of(fault)));
    }

    static Map<String, String> filled(Library library, Draft... drafts) {
        store(library, drafts);
        library.writer().recordScan("reader", "folder");
        return ids(library);
    }

    static void came(Library library, Draft... drafts) {
        store(library, drafts);
    }

    static void moved(Library library, List<String> gone, Draft... drafts) {
        store(
                library,
                rows(library, gone.toArray(String[]::new)),
                Stream.of(drafts).map(Draft::reading).toList());
    }

    static Identities judge(Library library, List<FileRow> missing, List<Draft> drafts, String... patient) {
        FolderChange moment = new FolderChange(
                drafts.stream().map(draft -> ChangedFile.of(draft.reading())).toList(),
                missing,
                Set.of(patient),
                row -> FileState.SAME,
                file -> null);
        return library.database().read(handle -> IdentityResolver.resolve(handle, moment));
    }

    static Map<String, String> ids(Library library) {
        Map<String, String> ids = new HashMap<>();
        for (Entry entry : all(library).entries()) {
            assertThat(ids.put(entry.article().title(), entry.id().uri())).isNull();
        }
        return ids;
    }

    static Map<String, String> slugs(Library library) {
        return all(library).entries().stream()
                .collect(Collectors.toMap(entry -> entry.article().title(), Entry::slug));
    }

    static String idOf(Library library, String path) {
        long number = rows(library, path).stream()
                .mapToLong(row -> row.article() == null ? -1 : row.article())
                .findFirst()
                .orElseThrow();
        return all(library).entries().stream()
                .filter(entry -> entry.number() == number)
                .map(entry -> entry.id().uri())
                .findFirst()
                .orElseThrow();
    }

    static List<Problem> problems(Library library) {
        return library.files().snapshot().problems();
    }
}
