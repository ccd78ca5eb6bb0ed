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

/** Puts into files the ids that the library gave their articles, so that they go wherever the files go. */
public final class IdWriter {
    private final Path folder;
    private final ArticleReader reader;
    private final Instant now;

    /**
     * Writes nothing yet.
     *
     * @param reader that gives no article an id which it does not declare
     */
    public IdWriter(Path folder, ArticleReader reader, Instant now) {
        this.folder = folder;
        this.reader = reader;
        this.now = now;
    }

    /** What became of a file. */
    public sealed interface Outcome {
        /** It declares its id already. */
        record HasOne() implements Outcome {}

        /** It is no article, so that it has no id. */
        record NoArticle() implements Outcome {}

        /** It can be given its id by this change. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Change(String diff, byte[] before, byte[] after) implements Outcome {}

        /** It is left alone, for a reason. */
        record LeftAlone(String reason) implements Outcome {}
    }

    /** What is to be done with a file; nothing is written. */
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

    /** Writes what was planned, at once and with the time and permissions that the file has. */
    public void write(KnownFile known, Outcome.Change change) throws IOException {
        FileReplacer.replace(FolderPath.file(folder, known.path()), change.before(), change.after());
    }
}
