package dev.feedmill.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A colour as CSS writes it (www.w3.org/TR/css-color-4), without transparency; red, green and blue from 0 to 255.
 */
public record CssColor(int red, int green, int blue) {
    public static final CssColor WHITE = new CssColor(255, 255, 255);

    private static final Pattern HEX = Pattern.compile("(?i)#([0-9a-f]{3}|[0-9a-f]{6})");
    private static final Pattern RGB =
            Pattern.compile("(?i)rgb\\(\\s*(\\d{1,3})(?:\\s*,\\s*|\\s+)(\\d{1,3})(?:\\s*,\\s*|\\s+)(\\d{1,3})\\s*\\)");
    private static final Pattern HSL = Pattern.compile(
            "(?i)hsl\\(\\s*(\\d{1,3})(?:deg)?(?:\\s*,\\s*|\\s+)(\\d{1,3})%(?:\\s*,\\s*|\\s+)(\\d{1,3})%\\s*\\)");

    /** Parses {@code #rgb}, {@code #rrggbb}, {@code rgb()} or {@code hsl()}; null for anything else. */
    public static @Nullable CssColor parse(String text) {
        Matcher hex = HEX.matcher(text);
        if (hex.matches()) {
            String digits = hex.group(1);
            int size = digits.length() / 3;
            return new CssColor(hex(digits, 0, size), hex(digits, 1, size), hex(digits, 2, size));
        }
        Matcher rgb = RGB.matcher(text);
        if (rgb.matches()) {
            return within(number(rgb, 1), number(rgb, 2), number(rgb, 3));
        }
        Matcher hsl = HSL.matcher(text);
        return hsl.matches() && number(hsl, 2) <= 100 && number(hsl, 3) <= 100
                ? ofHsl(number(hsl, 1) % 360, number(hsl, 2) / 100.0, number(hsl, 3) / 100.0)
                : null;
    }

    private static int hex(String digits, int place, int size) {
        String part = digits.substring(place * size, place * size + size);
        return Integer.parseInt(size == 1 ? part + part : part, 16);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static @Nullable CssColor within(int red, int green, int blue) {
        return red > 255 || green > 255 || blue > 255 ? null : new CssColor(red, green, blue);
    }

    private static CssColor ofHsl(int hue, double saturation, double lightness) {
        return new CssColor(
                channel(0, hue, saturation, lightness),
                channel(8, hue, saturation, lightness),
                channel(4, hue, saturation, lightness));
    }

    /** One of red, green and blue, by its offset on the colour wheel (section 7.1). */
    private static int channel(int offset, int hue, double saturation, double lightness) {
        double k = (offset + hue / 30.0) % 12;
        double a = saturation * Math.min(lightness, 1 - lightness);
        return (int) Math.round(255 * (lightness - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1))));
    }

    /** The contrast with another colour, from 1 to 21 (www.w3.org/TR/WCAG22, contrast ratio). */
    public double contrast(CssColor other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** This colour over another, of which a share shows through. */
    public CssColor over(CssColor ground, double share) {
        return new CssColor(
                mix(red, ground.red, share), mix(green, ground.green, share), mix(blue, ground.blue, share));
    }

    private static int mix(int own, int other, double share) {
        return (int) Math.round(own * (1 - share) + other * share);
    }

    /** The form {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
