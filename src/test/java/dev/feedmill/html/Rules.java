package dev.feedmill.html;

import java.util.List;

/** What the tests of bodies mostly clean with: as the settings have it, and what blogs of formulas need. */
final class Rules {
    static final SanitizerRules USUAL = new SanitizerRules(
            List.of(".appendQr_wrap", ".article-editor", "[hidden]", ".katex-mathml ~ .katex-html"),
            List.of("youtube.com", "youku.com", "bilibili.com"),
            50_000,
            200,
            65_536);

    private Rules() {}
}
