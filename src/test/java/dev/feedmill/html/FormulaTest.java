package dev.feedmill.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A formula appears once, and in readable form. */
class FormulaTest {
    private final HtmlSanitizer sanitizer = new HtmlSanitizer(Rules.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> ¦ 1/2",
                "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math> ¦ (a+b)/2",
                "<math><msup><mi>x</mi><mn>2</mn></msup></math> ¦ x<sup>2</sup>",
                "<math><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></math> ¦ x<sub>i</sub><sup>2</sup>",
                "<math><msqrt><mi>x</mi></msqrt></math> ¦ √(x)",
                "<math alttext='x^2'><mi>x</mi></math> ¦ <code class=\"language-tex\">x^2</code>",
                "<math><semantics><mi>E</mi><annotation encoding='application/x-tex'>E=mc^2</annotation></semantics></math> ¦ <code class=\"language-tex\">E=mc^2</code>",
                "<span class=katex><span class=katex-mathml><math><semantics><mi>E</mi><annotation encoding='application/x-tex'>E=mc^2</annotation></semantics></math></span><span class=katex-html aria-hidden=true>E=mc2</span></span> ¦ <code class=\"language-tex\">E=mc^2</code>",
                "<script type='math/tex'>a<b</script> ¦ <code class=\"language-tex\">a&lt;b</code>",
                "<span class=MathJax_Preview>x</span><span class=MathJax>x</span><script type='math/tex; mode=display'>x</script> ¦ <code class=\"language-tex\">x</code>"
            })
    void a_formula_is_readable_and_there_once(String html, String shown) {
        Sanitized.Clean clean = (Sanitized.Clean) sanitizer.sanitize("<p>" + html + "</p>", "");
        assertThat(clean.html().stored()).isEqualTo("<p>" + shown + "</p>");
    }
}
