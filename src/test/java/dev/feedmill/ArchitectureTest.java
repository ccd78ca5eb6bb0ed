package dev.feedmill;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of packages in one place: who may speak with whom, and which library lives in which room. */
class ArchitectureTest {
    private static final String ROOT = "dev.feedmill";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final List<String> ALWAYS = List.of("java..", "javax..", "org.jspecify..", "org.slf4j..");

    @ParameterizedTest(name = "{0} may import {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "problem | -",
                "deadline | -",
                "scratch | -",
                "code    | -",
                "web     | -",
                "log     | dev.feedmill.problem tools.jackson..",
                "script  | com.github.houbb.opencc4j..",
                "yaml    | dev.feedmill.code dev.feedmill.problem org.yaml.snakeyaml.. org.tomlj.. tools.jackson..",
                "config  | dev.feedmill.web dev.feedmill.article dev.feedmill.html dev.feedmill.problem dev.feedmill.yaml dev.feedmill.dialect dev.feedmill.dialect.config",
                "html    | dev.feedmill.web dev.feedmill.code org.jsoup..",
                "encoding | dev.feedmill.problem dev.feedmill.html org.mozilla.universalchardet..",
                "search  | dev.feedmill.code dev.feedmill.script",
                "article | dev.feedmill.web dev.feedmill.search dev.feedmill.html",
                "media   | dev.feedmill.web dev.feedmill.article",
                "podcast | dev.feedmill.web dev.feedmill.article dev.feedmill.media dev.feedmill.problem",
                "template | -",
                "template.value | dev.feedmill.template",
                "template.scan | dev.feedmill.html dev.feedmill.template dev.feedmill.template.value org.commonmark..",
                "template.tag | dev.feedmill.template dev.feedmill.template.value dev.feedmill.template.scan",
                "template.run | dev.feedmill.template dev.feedmill.template.value dev.feedmill.template.scan dev.feedmill.template.tag",
                "markdown.inline | org.commonmark..",
                "markdown.typography | dev.feedmill.markdown.inline org.commonmark..",
                "markdown.block | dev.feedmill.markdown.inline org.commonmark..",
                "markdown.code | dev.feedmill.markdown.inline org.commonmark..",
                "markdown.component | dev.feedmill.html",
                "markdown | dev.feedmill.web dev.feedmill.code dev.feedmill.html dev.feedmill.markdown.inline dev.feedmill.markdown.typography"
                        + " dev.feedmill.markdown.block dev.feedmill.markdown.code dev.feedmill.markdown.component org.commonmark..",
                "dialect.glob | dev.feedmill.filter",
                "dialect.config | dev.feedmill.dialect.glob dev.feedmill.filter dev.feedmill.problem dev.feedmill.yaml",
                "dialect.address | dev.feedmill.filter",
                "dialect.markup | dev.feedmill.dialect.config dev.feedmill.markdown dev.feedmill.markdown.typography",
                "dialect.exclude | dev.feedmill.dialect.glob dev.feedmill.dialect.config dev.feedmill.filter",
                "dialect | dev.feedmill.dialect.exclude dev.feedmill.dialect.config dev.feedmill.dialect.address dev.feedmill.dialect.markup dev.feedmill.markdown.typography dev.feedmill.yaml dev.feedmill.template dev.feedmill.markdown dev.feedmill.article",
                "reading.include | dev.feedmill.template",
                "reading | dev.feedmill.web dev.feedmill.reading.include dev.feedmill.media dev.feedmill.encoding dev.feedmill.dialect dev.feedmill.dialect.config dev.feedmill.dialect.address dev.feedmill.code dev.feedmill.problem dev.feedmill.yaml dev.feedmill.html dev.feedmill.article"
                        + " dev.feedmill.template dev.feedmill.template.run dev.feedmill.markdown",
                "library | dev.feedmill.deadline dev.feedmill.problem dev.feedmill.scratch dev.feedmill.search dev.feedmill.html dev.feedmill.article dev.feedmill.reading"
                        + " org.jdbi.. com.zaxxer.. org.sqlite.. com.sun.jna..",
                "filter  | dev.feedmill.web dev.feedmill.deadline dev.feedmill.html dev.feedmill.article com.google.re2j..",
                "feed    | dev.feedmill.web dev.feedmill.deadline dev.feedmill.scratch dev.feedmill.script dev.feedmill.html dev.feedmill.article com.rometools.. org.jdom2.. tools.jackson.."
                        + " com.aayushatharva.brotli4j..",
                "pages   | dev.feedmill.web dev.feedmill.search dev.feedmill.html dev.feedmill.article gg.jte.. tools.jackson..",
                "moving  | dev.feedmill.web dev.feedmill.encoding dev.feedmill.problem dev.feedmill.html dev.feedmill.article dev.feedmill.reading dev.feedmill.library"
                        + " com.rometools.. org.jdom2.. org.xml.sax.. tools.jackson..",
                "http    | dev.feedmill.web dev.feedmill.media dev.feedmill.deadline dev.feedmill.log dev.feedmill.problem dev.feedmill.search dev.feedmill.filter dev.feedmill.script dev.feedmill.html dev.feedmill.article dev.feedmill.library"
                        + " dev.feedmill.feed dev.feedmill.pages io.javalin.. org.eclipse.jetty.. jakarta.servlet.."
                        + " kotlin.. com.github.benmanes.caffeine.. tools.jackson.."
            })
    void a_package_imports_only_what_its_line_allows(String name, String allowed) {
        String itself = ROOT + "." + name;
        Stream<String> listed = allowed == null ? Stream.empty() : Arrays.stream(allowed.split(" "));
        String[] packages = Stream.of(ALWAYS.stream(), Stream.of(itself), listed)
                .flatMap(s -> s)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(itself)
                .should()
                .onlyDependOnClassesThat(new DescribedPredicate<>("are in " + String.join(", ", packages)) {
                    @Override
                    public boolean test(JavaClass used) {
                        JavaClass base = used.getBaseComponentType();
                        return base.isPrimitive()
                                || JavaClass.Predicates.resideInAnyPackage(packages)
                                        .test(base);
                    }
                })
                .check(CLASSES);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothing_imports_the_root() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(CLASSES);
    }

    @Test
    void no_static_state_changes() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(CLASSES.that(handWritten()));
    }

    @Test
    void every_package_is_null_marked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .check(CLASSES);
    }

    @Test
    void only_the_root_touches_the_process() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".*..")
                .and(handWritten())
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .accessFieldWhere(standardStream())
                .check(CLASSES);
    }

    @Test
    void names_say_what_a_class_does() {
        noClasses()
                .should()
                .haveSimpleNameContaining("Util")
                .orShould()
                .haveSimpleNameContaining("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Service")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> handWritten() {
        return DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage("gg.jte.generated.."));
    }

    private static DescribedPredicate<JavaFieldAccess> standardStream() {
        return new DescribedPredicate<>("a standard stream") {
            @Override
            public boolean test(JavaFieldAccess access) {
                return access.getTargetOwner().isEquivalentTo(System.class);
            }
        };
    }
}
