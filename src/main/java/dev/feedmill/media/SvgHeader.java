package dev.feedmill.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the size of an SVG picture from its first element: width and height, or those of its view box. */
final class SvgHeader {
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_CHARS_OF_TAG = 4096;
    private static final Pattern WIDTH = length("width");
    private static final Pattern HEIGHT = length("height");
    private static final Pattern VIEW_BOX = Pattern.compile(
            "\\sviewBox\\s*=\\s*[\"'][\\s,]*[-+.\\d]+[\\s,]+[-+.\\d]+[\\s,]+(\\d{1,9}(?:\\.\\d{0,9})?)[\\s,]+(\\d{1,9}(?:\\.\\d{0,9})?)\\s*[\"']");

    private SvgHeader() {}

    private static Pattern length(String name) {
        return Pattern.compile("\\s" + name + "\\s*=\\s*[\"']\\s*(\\d{1,9}(?:\\.\\d{0,9})?)(?:px)?\\s*[\"']");
    }

    static PictureSize read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(MAX_BYTES);
        long at = 0;
        for (int read; buffer.hasRemaining() && (read = channel.read(buffer, at)) > 0; ) {
            at += read;
        }
        String tag = tag(StandardCharsets.UTF_8.decode(buffer.flip()).toString());
        Matcher width = WIDTH.matcher(tag);
        Matcher height = HEIGHT.matcher(tag);
        if (width.find() && height.find()) {
            return size(width.group(1), height.group(1));
        }
        Matcher box = VIEW_BOX.matcher(tag);
        return box.find() ? size(box.group(1), box.group(2)) : PictureSize.UNKNOWN;
    }

    /** The first element, after comments and declarations. */
    private static String tag(String text) {
        int from = 0;
        while (true) {
            int start = text.indexOf('<', from);
            if (start < 0) {
                return "";
            }
            if (text.startsWith("<svg", start)) {
                int end = text.indexOf('>', start);
                return end < 0 ? "" : text.substring(start, Math.min(end, start + MAX_CHARS_OF_TAG));
            }
            String close = text.startsWith("<!--", start) ? "-->" : ">";
            int end = text.indexOf(close, start);
            if (end < 0) {
                return "";
            }
            from = end + close.length();
        }
    }

    private static PictureSize size(String width, String height) {
        return PictureSize.of(Math.round(Double.parseDouble(width)), Math.round(Double.parseDouble(height)));
    }
}
