package dev.feedmill.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Inserts an id into a file's front matter, without any other change. */
final class FrontMatterId {
    private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\r\\n|\\n|\\r|$)");
    private static final Pattern JSON_START = Pattern.compile("\\{(\\s*)(.?)");
    private static final Pattern PLAIN_KEY = Pattern.compile("([A-Za-z][\\w .-]*?)\\s*:.*");

    private final byte[] bytes;
    private final TextEncoding form;
    private final String text;
    private final String key;
    private final String id;
    private final List<byte[]> ways = new ArrayList<>();

    private FrontMatterId(byte[] bytes, String key, String id) {
        this.bytes = bytes;
        this.form = TextEncoding.of(bytes);
        this.text = form.text(bytes);
        this.key = key;
        this.id = id;
    }

    /**
     * Candidates for the new content, likeliest first. The caller must parse a candidate to check that the rest of the
     * article is unchanged.
     *
     * @param key ASCII
     * @param id in ASCII
     */
    static List<byte[]> ways(byte[] bytes, String key, String id) {
        FrontMatterId front = new FrontMatterId(bytes, key, id);
        front.find();
        return front.ways;
    }

    private void find() {
        int at = 0;
        Matcher line = LINE.matcher(text);
        while (line.find(at) && line.group(1).isBlank() && line.end() > at) {
            at = line.end();
        }
        String first = at < text.length() ? line.group(1).strip() : "";
        int behind = at < text.length() ? line.end() : at;
        String end = form.lineEnd();
        if (first.matches("-{3,}\\s*(yaml)?")) {
            yaml(behind, end);
        } else if (first.matches("-{3}\\s*toml|\\+{3,}")) {
            add(behind, key + " = " + quoted() + end);
        } else if (first.matches("-{3}\\s*json|;{3,}")) {
            json(behind);
        } else if (first.startsWith("{") || first.startsWith("\"")) {
            json(at);
        } else if (first.startsWith(".. ")) {
            add(at, ".. " + key + ": " + id + end);
        } else if (first.equals("<!--")) {
            add(behind, ".. " + key + ": " + id + end);
        } else {
            if (PLAIN_KEY.matcher(first).matches()) {
                add(at, key + ": " + plain() + end);
                add(behind, key + ": " + plain() + end);
            }
            add(0, "---" + end + key + ": " + plain() + end + "---" + end);
        }
    }

    /** Inserts it as the first key, with that key's indentation, or as the last. */
    private void yaml(int behind, String end) {
        add(behind, key + ": " + plain() + end);
        Matcher indented = Pattern.compile("([ \\t]+)\\S").matcher(text).region(behind, text.length());
        if (indented.lookingAt()) {
            add(behind, indented.group(1) + key + ": " + plain() + end);
        }
        Matcher close = Pattern.compile("(?m)^(-{3,}|\\.\\.\\.)[ \\t]*\\r?$").matcher(text);
        if (close.find(behind)) {
            add(close.start(), key + ": " + plain() + end);
        }
    }

    private void json(int from) {
        Matcher start = JSON_START.matcher(text);
        if (start.find(from) && text.substring(from, start.start()).isBlank()) {
            boolean empty = start.group(2).equals("}");
            String before = start.group(1);
            add(start.start() + 1, before + quoted(key) + ": " + quoted() + (empty ? "" : ","));
        } else {
            add(from, quoted(key) + ": " + quoted() + "," + form.lineEnd());
        }
    }

    private void add(int at, String ascii) {
        ways.add(form.with(bytes, at, ascii));
    }

    /** The id without quotes, if it cannot be mistaken for another type. */
    private String plain() {
        return id.matches("[A-Za-z][A-Za-z0-9+./:_~-]*[A-Za-z0-9/]")
                        && !id.matches("(?i)true|false|yes|no|on|off|null|[yn]")
                ? id
                : quoted();
    }

    private String quoted() {
        return quoted(id);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
