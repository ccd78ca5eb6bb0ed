package dev.feedmill.moving;

import dev.feedmill.article.Article;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.FolderPath;
import dev.feedmill.library.KnownFile;
import dev.feedmill.problem.Parsed;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.header.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Writes articles' ids from the library into their files, so that the ids move with the files. */
public final class IdWriter {
    private final Path folder;
    private final ArticleReader reader;
    private final Instant now;

    /**
     * Creates a writer.
     *
     * @param reader one that gives articles no id except a declared one
     */
    public IdWriter(Path folder, ArticleReader reader, Instant now) {
        this.folder = folder;
        this.reader = reader;
        this.now = now;
    }

    /** The outcome for a file. */
    public sealed interface Outcome {
        /** The file already declares its id. */
        record HasOne() implements Outcome {}

        /** The file is no article, so it has no id. */
        record NoArticle() implements Outcome {}

        /** This change gives the file its id. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Change(String diff, byte[] before, byte[] after) implements Outcome {}

        /** The file is left alone, for a reason. */
        record LeftAlone(String reason) implements Outcome {}
    }

    /** Plans the change of a file; writes nothing. */
    public Outcome plan(KnownFile known) {
        try {
            return SourceFile.load(folder, known.path(), reader.maxFileBytes()) instanceof Parsed.Read<SourceFile> file
                    ? plan(known, file.value())
                    : new Outcome.LeftAlone("the file must be there and readable");
        } catch (IOException e) {
            return new Outcome.LeftAlone("the file must be readable: " + e);
        }
    }

    private Outcome plan(KnownFile known, SourceFile file) {
        if (!known.has(file.bytes())) {
            return new Outcome.LeftAlone("the file has changed since the server last read it");
        }
        if (!(reader.read(file, now) instanceof Parsed.Read<Article> article)) {
            return new Outcome.NoArticle();
        }
        String declared = article.value().declaredId();
        if (declared != null) {
            return ArticleId.declared(declared).uri().equals(known.entryId())
                    ? new Outcome.HasOne()
                    : new Outcome.LeftAlone("it declares the id '" + declared + "', which another article has");
        }
        Article wanted = article.value().withDeclaredId(known.entryId());
        for (byte[] way : FrontMatterId.ways(file.bytes(), reader.idKey(file.path()), known.entryId())) {
            SourceFile written = new SourceFile(file.path(), way, file.modified());
            if (reader.read(written, now) instanceof Parsed.Read<Article> read
                    && read.value().equals(wanted)) {
                return new Outcome.Change(UnifiedDiff.of(known.path(), file.bytes(), way), file.bytes(), way);
            }
        }
        return new Outcome.LeftAlone("its front matter cannot be added to without a change to the article");
    }

    /** Writes a planned change atomically; keeps the file's time and permissions. */
    public void write(KnownFile known, Outcome.Change change) throws IOException {
        FileReplacer.replace(FolderPath.file(folder, known.path()), change.before(), change.after());
    }
}
