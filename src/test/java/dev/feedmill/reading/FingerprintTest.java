package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.SanitizerRules;
import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.runtime.CodeDigest;
import dev.feedmill.search.Tokenizer;
import dev.feedmill.yaml.YamlReader;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What is stored depends on all code that takes part in reading, and on nothing that somebody must remember. */
class FingerprintTest {
    private final HtmlSanitizer sanitizer =
            new HtmlSanitizer(new SanitizerRules(List.of(), List.of(), BodyLimits.defaults()));

    @Test
    void the_fingerprint_of_the_sanitizer_holds_its_own_code_and_that_of_jsoup() {
        assertThat(sanitizer.fingerprint()).contains(CodeDigest.of(HtmlSanitizer.class, Jsoup.class));
    }

    @Test
    void the_fingerprint_of_the_reader_holds_those_of_all_that_it_reads_with() {
        assertThat(Readers.standard().fingerprint())
                .contains(CodeDigest.of(HtmlSanitizer.class, Jsoup.class))
                .contains(YamlReader.fingerprint())
                .doesNotContain("\n");
    }

    @Test
    void the_fingerprint_of_tokens_is_one_word() {
        assertThat(Tokenizer.FINGERPRINT)
                .contains(CodeDigest.of(Tokenizer.class))
                .doesNotContain(" ");
    }
}
