package dev.feedmill.html;

import java.util.List;

/** What the tests of bodies mostly clean with: as the settings have it. */
final class Rules {
    static final SanitizerRules USUAL = new SanitizerRules(
            List.of(".appendQr_wrap", ".article-editor"), List.of("ads.example"), 50_000, 200, 65_536);

    private Rules() {}
}
