package dev.feedmill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of page against the rules of HTML. */
class HtmlRulesIT {
    @TempDir
    static Path folder;

    private static final HtmlChecker CHECKER = new HtmlChecker();
    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.start(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_page_breaks_no_rule_of_html(PageKind kind) throws Exception {
        List<String> broken = new ArrayList<>();
        for (String language : Site.LANGUAGES) {
            for (HtmlChecker.Finding finding : CHECKER.check(site.bytes(language, kind.path()))) {
                String text = kind + " in " + language + ", " + finding;
                if (finding.isError() || finding.isAboutStructure()) {
                    broken.add(text);
                } else if (finding.isWarning()) {
                    System.out.println("warning: " + text);
                }
            }
        }
        assertThat(broken).isEmpty();
    }
}
