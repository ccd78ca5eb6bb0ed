package dev.feedmill.reading.header;

import dev.feedmill.html.text.PlainText;
import dev.feedmill.yaml.Fields;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Single values of mappings in front matter, their keys compared as those of front matter are. */
public final class NodeValues {
    private NodeValues() {}

    /** Of the first of the keys that has one; null for none. */
    public static @Nullable String text(Fields fields, String... keys) {
        for (String key : keys) {
            Node node = node(fields, key);
            if (node instanceof Text text && !text.text().isBlank()) {
                return plain(text.text());
            }
        }
        return null;
    }

    public static @Nullable Node node(Fields fields, String key) {
        String plain = Fields.plain(key);
        for (Map.Entry<String, Node> entry : fields.values().entrySet()) {
            if (Fields.plain(entry.getKey()).equals(plain)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Fit for XML, on one line. */
    public static String plain(String written) {
        return PlainText.of(written);
    }
}
