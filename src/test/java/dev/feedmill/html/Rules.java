package dev.feedmill.html;

import dev.feedmill.html.allowed.BodyLimits;
import java.util.List;

/** What the tests of bodies mostly clean with: as the settings have it. */
public final class Rules {
    public static final SanitizerRules DEFAULT = new SanitizerRules(
            List.of(".appendQr_wrap", ".article-editor"), List.of("ads.example"), BodyLimits.defaults());

    private Rules() {}
}
