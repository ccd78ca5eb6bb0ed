package dev.feedmill.pages;

import dev.feedmill.web.CssColor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The operator's style sheet: colours in place of those of the pages, and what else the operator writes.
 *
 * @param light colour of links and buttons; null for that of the pages
 * @param dark the same on dark pages
 */
public record OwnStyle(@Nullable CssColor light, @Nullable CssColor dark) {
    /** Its name beside the {@link Assets}. */
    public static final String NAME = "own.css";

    /** Contrast of text (www.w3.org/TR/WCAG22, 1.4.3, level AA). */
    private static final double ENOUGH = 4.5;

    /** How much of the page shows through the ground of boxes in this colour. */
    private static final double TINT = 0.93;

    private static final CssColor INK = new CssColor(0x1c, 0x1a, 0x17);
    private static final Pattern PAPER = Pattern.compile("--paper:\\s*(#[0-9a-f]{6})");

    /** The style sheet, followed by more; empty if there is nothing in it. */
    public String css(String more) {
        StringBuilder css = new StringBuilder();
        if (light != null) {
            css.append(":root { ").append(values(light, paper(0))).append("}\n");
            if (dark == null) {
                // The colour is meant for light pages alone.
                css.insert(0, "@media (prefers-color-scheme: light) {\n").append("}\n");
            }
        }
        if (dark != null) {
            css.append("@media (prefers-color-scheme: dark) {\n:root { ")
                    .append(values(dark, paper(1)))
                    .append("}\n}\n");
        }
        return css.append(more).toString();
    }

    private static String values(CssColor accent, CssColor paper) {
        CssColor on = accent.contrast(CssColor.WHITE) >= accent.contrast(INK) ? CssColor.WHITE : INK;
        return "--accent: " + accent.hex() + "; --on-accent: " + on.hex() + "; --tint: "
                + accent.over(paper, TINT).hex() + "; ";
    }

    /** Sentences about colours in which text is hard to read. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        warn(warnings, "pages.accent", light, paper(0));
        warn(warnings, "pages.accent-dark", dark, paper(1));
        return warnings;
    }

    private static void warn(List<String> warnings, String setting, @Nullable CssColor accent, CssColor paper) {
        if (accent == null) {
            return;
        }
        double contrast = Math.min(accent.contrast(paper), accent.contrast(accent.over(paper, TINT)));
        if (contrast < ENOUGH) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%s: text in %s is hard to read on the pages: its contrast is %.1f, and WCAG AA asks for %.1f",
                    setting,
                    accent.hex(),
                    contrast,
                    ENOUGH));
        }
    }

    /**
     * The ground of the pages, as their style sheet has it.
     *
     * @param place 0 for light pages, 1 for dark ones
     */
    private static CssColor paper(int place) {
        Assets.Asset sheet = Objects.requireNonNull(Assets.named("site.css"));
        Matcher found = PAPER.matcher(new String(sheet.bytes(), StandardCharsets.UTF_8));
        String color = null;
        for (int i = 0; i <= place && found.find(); i++) {
            color = found.group(1);
        }
        return Objects.requireNonNull(CssColor.parse(String.valueOf(color)));
    }
}
