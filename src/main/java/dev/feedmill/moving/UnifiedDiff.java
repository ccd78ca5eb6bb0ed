package dev.feedmill.moving;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Formats a change in one place of a text, like {@code diff -u} and git. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    static String of(String path, byte[] before, byte[] after) {
        Charset charset = TextEncoding.of(before).charset();
        Charset shown = charset.equals(StandardCharsets.ISO_8859_1) ? StandardCharsets.UTF_8 : charset;
        List<String> old = lines(new String(before, shown));
        List<String> now = lines(new String(after, shown));
        int start = 0;
        while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        int from = Math.max(0, start - CONTEXT);
        int oldTo = Math.min(old.size(), old.size() - end + CONTEXT);
        int nowTo = Math.min(now.size(), now.size() - end + CONTEXT);
        StringBuilder out = new StringBuilder();
        out.append("--- a/").append(path).append("\n+++ b/").append(path).append('\n');
        out.append("@@ -")
                .append(range(from, oldTo))
                .append(" +")
                .append(range(from, nowTo))
                .append(" @@\n");
        append(out, ' ', old.subList(from, start));
        append(out, '-', old.subList(start, old.size() - end));
        append(out, '+', now.subList(start, now.size() - end));
        append(out, ' ', old.subList(old.size() - end, oldTo));
        return out.toString();
    }

    private static String range(int from, int to) {
        int count = to - from;
        return (count == 0 ? from : from + 1) + (count == 1 ? "" : "," + count);
    }

    private static void append(StringBuilder out, char sign, List<String> lines) {
        for (String line : lines) {
            out.append(sign).append(line);
            if (!line.endsWith("\n")) {
                out.append("\n\\ No newline at end of file\n");
            }
        }
    }

    /** The lines, each with its line end. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            lines.add(text.substring(from, at + 1));
            from = at + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }
}
