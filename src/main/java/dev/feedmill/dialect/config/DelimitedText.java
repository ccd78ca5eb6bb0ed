package dev.feedmill.dialect.config;

import java.util.ArrayList;
import java.util.List;

/** Parser of delimited text: CSV (RFC 4180) and similar formats with another separator. */
final class DelimitedText {
    private final String text;
    private final char separator;
    private int at;

    private DelimitedText(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** Returns all rows, the header first. */
    static List<List<String>> rows(String text, char separator) {
        return new DelimitedText(text, separator).rows();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        while (at < text.length()) {
            row.add(cell());
            if (at < text.length() && text.charAt(at) == separator) {
                at++;
                if (at == text.length()) {
                    row.add("");
                }
            } else {
                at += text.startsWith("\r\n", at) ? 2 : 1;
                if (row.size() > 1 || !row.get(0).isEmpty()) {
                    rows.add(List.copyOf(row));
                }
                row.clear();
            }
        }
        if (!row.isEmpty()) {
            rows.add(List.copyOf(row));
        }
        return rows;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        at += quoted ? 1 : 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quoted && c == '"') {
                if (!text.startsWith("\"\"", at)) {
                    at++;
                    quoted = false;
                    continue;
                }
                at++;
            } else if (!quoted && (c == separator || c == '\n' || c == '\r')) {
                break;
            }
            cell.append(c);
            at++;
        }
        return cell.toString();
    }
}
