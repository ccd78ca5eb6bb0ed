package dev.feedmill.markdown.inline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Replaces emoji names with emoji: {@code :tada:}. */
public final class EmojiReplacer {
    private static final int MAX_LENGTH = 60;

    private EmojiReplacer() {}

    /** Loaded when a text first contains a name. */
    private static final class Table {
        private static final Map<String, String> EMOJI = read();

        private static Map<String, String> read() {
            InputStream table = Objects.requireNonNull(EmojiReplacer.class.getResourceAsStream("emoji.txt"));
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(Collectors.toUnmodifiableMap(
                                line -> line.substring(0, line.indexOf(' ')),
                                line -> line.substring(line.indexOf(' ') + 1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Replaces the names in all texts below a node. */
    public static void replace(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text text) {
                text.setLiteral(replaced(text.getLiteral()));
            } else {
                replace(node);
            }
        }
    }

    private static String replaced(String words) {
        int open = words.indexOf(':');
        if (open < 0) {
            return words;
        }
        StringBuilder out = new StringBuilder(words.length());
        int done = 0;
        while (open >= 0) {
            int close = words.indexOf(':', open + 1);
            if (close < 0) {
                break;
            }
            String name = close - open > MAX_LENGTH ? "" : words.substring(open + 1, close);
            String emoji = isName(name) ? Table.EMOJI.get(name) : null;
            if (emoji != null) {
                out.append(words, done, open).append(emoji);
                done = close + 1;
                open = words.indexOf(':', done);
            } else {
                open = close;
            }
        }
        return out.append(words, done, words.length()).toString();
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "_+-".indexOf(c) >= 0);
    }
}
