package dev.feedmill;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of packages in one place: which may import which, and in which room each library is. */
class ArchitectureTest {
    private static final String ROOT = "dev.feedmill";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final List<String> ALWAYS = List.of("java..", "javax..", "org.jspecify..", "org.slf4j..");

    /** Each package, from the lowest to the highest, with those of the project and of libraries that it may import. */
    private static final String TABLE = """
            html.text | org.jsoup..
            html.markup | html.text
            markdown.code | org.commonmark..
            markdown.component | html.markup
            markdown.inline | org.commonmark..
            markdown.block | markdown.inline org.commonmark..
            markdown.typography | markdown.inline org.commonmark..
            problem | -
            encoding | html.text problem org.mozilla.universalchardet..
            log | problem setting web tools.jackson..
            runtime | -
            setting | -
            search | runtime com.github.houbb.opencc4j..
            template | -
            reading.include | template
            template.value | template
            template.scan | html.markup html.text template template.value org.commonmark..
            template.tag | template template.scan template.value
            template.run | template template.scan template.tag template.value
            web | tools.jackson.core..
            address | web
            push.client | setting web org.eclipse.jetty..
            html.allowed | html.text setting web org.jsoup..
            html.repair | html.allowed html.text web org.jsoup..
            html.clean | html.allowed html.repair html.text web org.jsoup..
            html | html.allowed html.clean html.markup html.repair html.text runtime setting web org.jsoup..
            article | address html html.text web
            feed.coding | article html.text runtime web com.aayushatharva.brotli4j.. org.jdom2.. tools.jackson..
            folder.watch | article com.sun.jna..
            library.sql | article problem runtime com.zaxxer.. org.jdbi.. org.postgresql.. org.sqlite..
            markdown | html.markup markdown.block markdown.code markdown.component markdown.inline \
                markdown.typography runtime web org.commonmark..
            media | article web
            podcast | article media problem web
            selection | address article search web
            feed.item | address article html html.text search selection web
            feed | address article feed.coding feed.item runtime selection web com.aayushatharva.brotli4j.. \
                com.rometools.. org.jdom2.. tools.jackson..
            filter | address article html html.text runtime selection web com.google.re2j..
            dialect.address | filter
            library.table | article html library.sql problem selection org.jdbi..
            library.identity | article html library.sql library.table problem org.jdbi..
            library.subscription | library.change library.delivery library.sql org.jdbi..
            library.node | library.change library.sql org.jdbi..
            library.change | library.sql library.table selection org.jdbi..
            library.delivery | library.change library.sql selection org.jdbi..
            library.words | html.text library.sql search selection org.jdbi..
            library.query | address article library.change library.sql library.table library.words problem search selection \
                org.jdbi..
            pages.part | address article html search selection web tools.jackson..
            pages | address article html html.text pages.part search selection web gg.jte.. tools.jackson..
            pages.article | address article html html.text pages pages.part selection web
            yaml | problem runtime org.tomlj.. org.yaml.snakeyaml.. tools.jackson..
            dialect.config | filter problem setting yaml
            dialect.exclude | dialect.config filter
            dialect.markup | dialect.config markdown markdown.typography
            dialect.rule | article dialect.address dialect.config dialect.exclude markdown template yaml
            dialect | article dialect.address dialect.config dialect.exclude dialect.markup dialect.rule markdown \
                markdown.typography template yaml
            reading.header | article dialect dialect.address dialect.config dialect.rule html.allowed html.text \
                problem setting web yaml
            reading.link | address article dialect dialect.address dialect.rule html.allowed media problem \
                reading.header reading.include selection web
            reading.episode | address article dialect dialect.rule html html.allowed html.text media problem \
                reading.header reading.link web yaml
            reading.text | article dialect dialect.rule html.allowed html.markup html.text markdown problem \
                reading.header reading.include reading.link template template.run yaml
            reading | address article dialect dialect.address dialect.config dialect.rule encoding filter html \
                html.allowed html.markup html.text markdown media problem reading.episode reading.header \
                reading.include reading.link reading.text runtime template web yaml
            library.write | address article html library.change library.identity library.sql library.table library.words problem \
                reading selection org.jdbi..
            library | address article library.change library.delivery library.identity library.query library.sql library.table library.words \
                library.write problem runtime selection setting org.jdbi..
            push.purge | library.change library.sql push.client selection setting
            folder | article folder.watch library library.identity library.query library.sql library.table \
                library.write problem reading reading.header setting
            push.hub | library.change library.delivery library.sql library.subscription push.client setting web
            push.notice | address library.change library.sql push.client push.hub setting web tools.jackson.core..
            report | dialect.config folder library.query problem web tools.jackson..
            http.message | address article feed.coding feed.item library media runtime selection setting web \
                org.eclipse.jetty.. tools.jackson..
            http.caching | address feed.coding http.message library library.change pages.part runtime selection web \
                com.github.benmanes.caffeine.. org.eclipse.jetty..
            http.query | address article feed feed.item filter html.text http.message library pages.part runtime \
                search selection web
            http.pages | address article feed feed.coding feed.item filter http.caching http.message http.query \
                library library.sql pages pages.article pages.part runtime search selection web org.eclipse.jetty..
            http.status | address article folder http.caching http.message library library.node pages pages.part problem \
                push.hub selection web tools.jackson..
            http.events | address article feed feed.item http.message http.query library library.change library.query \
                library.sql push.notice runtime selection web
            http.feeds | address article feed feed.coding feed.item http.caching http.events http.message http.pages \
                http.query \
                http.status library library.change pages pages.part push.hub runtime selection web \
                com.github.benmanes.caffeine.. tools.jackson..
            http.files | address article http.caching http.message http.status library media web \
                com.github.benmanes.caffeine.. jakarta.servlet..
            http.wire | http.caching http.files http.message http.status log runtime web io.javalin.. \
                jakarta.servlet.. org.eclipse.jetty..
            http.hub | http.message http.wire library.sql push.hub runtime web org.eclipse.jetty..
            http | address article feed feed.item folder http.caching http.events http.feeds http.files http.hub http.message \
                http.pages http.query http.status http.wire library library.change library.node library.sql media pages pages.part \
                problem push.hub push.notice runtime selection web io.javalin.. jakarta.servlet.. org.eclipse.jetty..
            config | address article dialect dialect.config feed folder html html.allowed http.message library \
                library.subscription log pages.part problem push.client push.hub push.notice push.purge reading.header selection \
                setting web yaml
            export | address feed.coding http http.message library library.query media pages selection web
            moving | article encoding html.text library problem reading reading.header selection web com.rometools.. \
                org.jdom2.. org.xml.sax.. tools.jackson..
            app | address article config dialect dialect.config dialect.rule feed feed.item folder html html.text \
                http http.message library library.change library.node library.query library.sql library.subscription library.write log media pages \
                pages.part podcast problem push.client push.hub push.notice push.purge reading reading.header report runtime selection setting web me.tongfei..
            """;

    static Stream<Arguments> rows() {
        return TABLE.lines().map(row -> row.split(" [|] ", -1)).map(row -> Arguments.of(row[0], row[1].strip()));
    }

    @Test
    void every_package_has_its_line() {
        Set<String> there = CLASSES.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(1))
                .collect(Collectors.toSet());
        assertThat(rows().map(row -> (String) row.get()[0])).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void no_room_has_fewer_than_4_files_or_more_than_25() {
        Map<String, Long> files = CLASSES.stream()
                .filter(type -> type.getEnclosingClass().isEmpty())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> type.getPackageName().startsWith(ROOT))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(files).allSatisfy((room, count) -> assertThat(count).isBetween(4L, 25L));
    }

    @ParameterizedTest(name = "{0} may import {1}")
    @MethodSource("rows")
    void a_package_imports_only_what_its_line_allows(String name, String allowed) {
        String itself = ROOT + "." + name;
        Stream<String> listed = Arrays.stream(allowed.split("\\s+", -1))
                .filter(each -> !each.equals("-"))
                .map(each -> each.endsWith("..") ? each : ROOT + "." + each);
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
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
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
