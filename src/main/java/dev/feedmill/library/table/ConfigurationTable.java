package dev.feedmill.library.table;

import dev.feedmill.library.sql.Chunks;
import dev.feedmill.library.sql.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The last readable texts of site configurations. */
public final class ConfigurationTable {
    private final Handle handle;

    public ConfigurationTable(Handle handle) {
        this.handle = handle;
    }

    @Nullable
    public String text(String path) {
        return handle.select("SELECT valid_text FROM configuration WHERE path_hash = ?", Hashes.hex(path))
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    /** Those of these texts, by path, that differ from the stored ones. */
    public Map<String, String> unlike(Map<String, String> texts) {
        Map<String, String> known = new HashMap<>();
        for (List<String> some :
                Chunks.of(texts.keySet().stream().map(Hashes::hex).toList())) {
            handle.createQuery("SELECT path_hash, digest FROM configuration WHERE path_hash IN (<values>)")
                    .bindList("values", some)
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(row -> known.put(row.getKey(), row.getValue()));
        }
        Map<String, String> others = new LinkedHashMap<>();
        texts.forEach((path, text) -> {
            // PostgreSQL cannot store NUL.
            if (text.indexOf('\0') < 0
                    && path.indexOf('\0') < 0
                    && !digest(text).equals(known.get(Hashes.hex(path)))) {
                others.put(path, text);
            }
        });
        return others;
    }

    public void put(Map<String, String> texts) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO configuration (path_hash, path, digest, valid_text) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (path_hash) DO UPDATE SET digest = excluded.digest, valid_text = excluded.valid_text");
        texts.forEach((path, text) -> batch.add(Hashes.hex(path), path, digest(text), text));
        batch.execute();
    }

    private static String digest(String text) {
        return FileDigest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
