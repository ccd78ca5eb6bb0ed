package dev.feedmill.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a page is looked at.
 *
 * @param width in CSS pixels
 */
record View(String language, ColorScheme scheme, int width) {
    static final int TELEPHONE = 360;
    static final int DESK = 1280;

    /** Both schemes and both widths. */
    static List<View> in(String language) {
        List<View> views = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(TELEPHONE, DESK)) {
                views.add(new View(language, scheme, width));
            }
        }
        return views;
    }

    /** Makes an open page look so, in the language that it is in. */
    void show(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, height());
    }

    private int height() {
        return width == TELEPHONE ? 740 : 800;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                .setTimezoneId("UTC")
                .setColorScheme(scheme)
                // What moves would be measured on its way.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height());
    }

    /** As in {@code zh-dark-360}. */
    @Override
    public String toString() {
        return language + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
    }
}
