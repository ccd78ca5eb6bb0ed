package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.SanitizerRules;
import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.markdown.MarkdownConverter;
import dev.feedmill.runtime.CodeDigest;
import dev.feedmill.search.Tokenizer;
import dev.feedmill.yaml.YamlReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What is stored depends on all code that takes part in reading, and on no version that must be raised by hand. */
class FingerprintTest {
    private static final String ROOT = "dev.feedmill";

    /** What they do changes no article. */
    private static final Set<String> WITHOUT_MEANING =
            Set.of(ROOT + ".problem", ROOT + ".runtime", ROOT + ".selection", ROOT + ".setting");

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
    void no_package_that_reading_needs_is_forgotten() {
        Set<String> digested = Stream.concat(
                        ArticleReader.CODE.stream(),
                        Stream.of(MarkdownConverter.class, HtmlSanitizer.class, YamlReader.class))
                .map(Class::getPackageName)
                .collect(Collectors.toSet());
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
        Set<JavaClass> needed = new HashSet<>();
        Deque<JavaClass> next = new ArrayDeque<>(List.of(all.get(ArticleReader.class)));
        while (!next.isEmpty()) {
            JavaClass one = next.pop();
            if (one.getPackageName().startsWith(ROOT) && needed.add(one)) {
                one.getDirectDependenciesFromSelf().forEach(used -> next.push(used.getTargetClass()));
            }
        }
        assertThat(needed.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .filteredOn(name -> !WITHOUT_MEANING.contains(name))
                .filteredOn(name -> digested.stream().noneMatch(of -> name.equals(of) || name.startsWith(of + ".")))
                .isEmpty();
    }

    @Test
    void the_fingerprint_of_tokens_is_one_word() {
        assertThat(Tokenizer.FINGERPRINT)
                .contains(CodeDigest.of(Tokenizer.class))
                .doesNotContain(" ");
    }
}
