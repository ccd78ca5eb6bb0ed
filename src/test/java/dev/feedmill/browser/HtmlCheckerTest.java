package dev.feedmill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.browser.HtmlChecker.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What checks the HTML finds what it is there to find. */
class HtmlCheckerTest {
    private static List<Finding> findings(String body) throws Exception {
        String page = "<!doctype html>\n<html lang=\"en\">\n<title>Checked</title>\n<h1>Checked</h1>\n" + body;
        return new HtmlChecker().check(page.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_page_that_keeps_the_rules_has_no_findings() throws Exception {
        assertThat(findings("<p>Text <em>and</em> more</p>")).isEmpty();
    }

    @Test
    void an_error_is_named_with_its_line() throws Exception {
        assertThat(findings("<p>\n<center>x</center></p>")).first().satisfies(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.lastLine()).isEqualTo(6);
            assertThat(finding.toString()).startsWith("line 6: The “center” element is obsolete");
        });
    }

    @Test
    void a_warning_about_structure_is_distinguished_from_others() throws Exception {
        assertThat(findings("<section><p>No heading</p></section>"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isError()).isFalse();
                    assertThat(finding.isAboutStructure()).isTrue();
                });
        assertThat(findings("<table><tr><td align=\"left\">x</table>"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isWarning()).isTrue();
                    assertThat(finding.isAboutStructure()).isFalse();
                });
    }
}
