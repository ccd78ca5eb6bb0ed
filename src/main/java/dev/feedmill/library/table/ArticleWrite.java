package dev.feedmill.library.table;

import dev.feedmill.article.Article;
import dev.feedmill.article.Attachment;
import dev.feedmill.article.Visibility;
import dev.feedmill.library.sql.ColumnCodec;
import dev.feedmill.library.sql.Hashes;
import dev.feedmill.library.sql.NameFolding;
import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** A pending write of a row of {@code article}. */
public record ArticleWrite(ArticleRow row, Extent extent) {
    /** The columns that are written. */
    public enum Extent {
        WHOLE,
        /** All but the text, which the row need not contain. */
        STATE,
        /** As STATE; the text is deleted. */
        TOMBSTONE
    }

    private static final String STATE = "article_key = :article_key, path = :path, entry_id = :entry_id,"
            + " entry_hash = :entry_hash, file_digest = :file_digest, content_digest = :content_digest,"
            + " published = :published, edited = :edited, updated_floor = :updated_floor, updated = :updated,"
            + " draft = :draft, degree = :degree, expires = :expires, held_by = :held_by, held_line = :held_line,"
            + " visible = :visible,"
            + " once_public = :once_public, removed_at = :removed_at, terms = :terms";
    private static final String TEXT = "published_from = :published_from, declared_updated = :declared_updated,"
            + " title = :title, summary = :summary, authors = :authors, categories = :categories, tags = :tags,"
            + " image = :image, link = :link, declared_id = :declared_id, wished_slug = :wished_slug,"
            + " language = :language, aliases = :aliases, attachments = :attachments, linked = :linked, missing = :missing, recording = :recording, body = :body";
    private static final String INSERT = insert();

    /** Merges with an earlier write of the same row in this transaction. */
    static ArticleWrite of(ArticleRow row, Extent extent, @Nullable ArticleWrite earlier) {
        boolean whole = earlier != null && earlier.extent == Extent.WHOLE;
        boolean tombstone = earlier != null && earlier.extent == Extent.TOMBSTONE && extent == Extent.STATE;
        return new ArticleWrite(row, whole ? Extent.WHOLE : tombstone ? Extent.TOMBSTONE : extent);
    }

    /** Writes in order, since a row may take an id that another gave up. */
    static void run(Handle handle, Collection<ArticleWrite> writes) {
        PreparedBatch batch = null;
        Extent open = null;
        for (ArticleWrite write : writes) {
            if (batch == null || write.extent != open) {
                execute(batch);
                batch = handle.prepareBatch(sql(write.extent));
                open = write.extent;
            }
            write.bind(batch);
            batch.add();
        }
        execute(batch);
    }

    private static void execute(@Nullable PreparedBatch batch) {
        if (batch != null) {
            batch.execute();
            batch.close();
        }
    }

    private static String sql(Extent extent) {
        return switch (extent) {
            case WHOLE -> INSERT;
            case STATE -> "UPDATE article SET " + STATE + " WHERE number = :number";
            case TOMBSTONE -> "UPDATE article SET " + STATE + ", body = '', summary = '' WHERE number = :number";
        };
    }

    private static String insert() {
        String columns = ("number slug slug_folded " + (STATE + ", " + TEXT).replaceAll(" = :\\w+,?", "")).strip();
        String names = columns.replaceAll("\\s+", ", ");
        return "INSERT INTO article (" + names + ") VALUES (" + names.replaceAll("(\\w+)", ":$1")
                + ") ON CONFLICT (number) DO UPDATE SET " + STATE + ", " + TEXT;
    }

    private void bind(PreparedBatch batch) {
        Article article = row.article();
        Instant declared = article.updated();
        Instant expires = article.visibility().expires();
        Visibility.HeldBy heldBy = article.visibility().heldBy();
        batch.bind("number", row.number())
                .bind("slug", row.slug())
                .bind("slug_folded", NameFolding.fold(row.slug()))
                .bind("article_key", row.key())
                .bind("path", row.path())
                .bind("entry_id", row.entryId())
                .bind("entry_hash", Hashes.hex(row.entryId()))
                .bind("file_digest", row.fileDigest())
                .bind("content_digest", row.contentDigest())
                .bind("published", row.published())
                .bind("published_from", article.publishedFrom().name())
                .bind("declared_updated", declared == null ? null : declared.getEpochSecond())
                .bind("edited", row.edited())
                .bind("updated_floor", row.floor())
                .bind("updated", row.updated())
                .bind("draft", article.draft() ? 1 : 0)
                .bind("degree", article.visibility().degree().name())
                .bind("expires", expires == null ? null : expires.getEpochSecond())
                .bind("held_by", heldBy == null ? null : heldBy.reason())
                .bind("held_line", heldBy == null ? 0 : heldBy.line())
                .bind("visible", row.visible() ? 1 : 0)
                .bind("once_public", row.oncePublic() ? 1 : 0)
                .bind("removed_at", row.removedAt())
                .bind("terms", ColumnCodec.numbers(row.terms()));
        if (extent == Extent.WHOLE) {
            batch.bind("title", article.title())
                    .bind("summary", article.summary())
                    .bind("authors", ColumnCodec.texts(article.authors()))
                    .bind("categories", ColumnCodec.paths(article.categories()))
                    .bind("tags", ColumnCodec.texts(article.tags()))
                    .bind("image", article.image())
                    .bind("link", article.link())
                    .bind("declared_id", article.declaredId())
                    .bind("wished_slug", article.slug())
                    .bind("language", article.language())
                    .bind("aliases", ColumnCodec.texts(article.aliases()))
                    .bind(
                            "attachments",
                            ColumnCodec.texts(article.attachments().files().stream()
                                    .map(Attachment::stored)
                                    .toList()))
                    .bind("linked", ColumnCodec.texts(article.attachments().linked()))
                    .bind("missing", ColumnCodec.texts(article.attachments().missing()))
                    .bind("recording", RecordingCodec.of(article.recording()))
                    .bind("body", article.body().stored());
        }
    }
}
