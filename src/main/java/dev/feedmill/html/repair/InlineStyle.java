package dev.feedmill.html.repair;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The position and visibility in an element's {@code style} attribute. */
public record InlineStyle(Map<String, String> declarations) {
    /** Length limit; no author writes a longer style to set visibility. */
    private static final int MAX_LENGTH = 4000;

    private static final double EM = 16;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9})");
    private static final InlineStyle NONE = new InlineStyle(Map.of());

    public static InlineStyle of(Element element) {
        String written = element.attr("style");
        if (written.isEmpty() || written.length() > MAX_LENGTH) {
            return NONE;
        }
        Map<String, String> declarations = new HashMap<>();
        for (String declaration : written.toLowerCase(Locale.ROOT).split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String value = declaration.substring(colon + 1).replace("!important", "");
                declarations.put(declaration.substring(0, colon).strip(), value.strip());
            }
        }
        return new InlineStyle(declarations);
    }

    boolean says(String property, String value) {
        return value.equals(declarations.get(property));
    }

    /** Returns a length in pixels; NaN if there is none, or if it is relative. */
    public double pixels(String property) {
        String value = declarations.get(property);
        if (value == null) {
            return Double.NaN;
        }
        double number = leadingNumber(value);
        if (value.endsWith("%")) {
            return number == 0 ? 0 : Double.NaN;
        }
        return value.endsWith("em") ? number * EM : number;
    }

    /** Parses the number at the start of a text by HTML 2.3.4.4; NaN for none. */
    public static double leadingNumber(String text) {
        Matcher number = NUMBER.matcher(text);
        return !text.isEmpty() && number.lookingAt() ? Double.parseDouble(number.group()) : Double.NaN;
    }
}
