package dev.feedmill.reading.header;

import dev.feedmill.html.text.PlainText;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Single values of mappings in front matter; keys are compared as in {@link FrontMatter}. */
public final class NodeValues {
    private NodeValues() {}

    /** Returns the value of the first key that has one; null for none. */
    public static @Nullable String text(Mapping fields, String... keys) {
        for (String key : keys) {
            Node node = node(fields, key);
            if (node instanceof Scalar text && !text.text().isBlank()) {
                return plain(text.text());
            }
        }
        return null;
    }

    public static @Nullable Node node(Mapping fields, String key) {
        String plain = Mapping.plain(key);
        for (Map.Entry<String, Node> entry : fields.values().entrySet()) {
            if (Mapping.plain(entry.getKey()).equals(plain)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Returns the text on one line, with only characters that XML allows. */
    public static String plain(String written) {
        return PlainText.of(written);
    }
}
