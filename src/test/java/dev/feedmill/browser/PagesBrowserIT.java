package dev.feedmill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of page and of feed in a real browser, as different people look at it. */
class PagesBrowserIT {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final View PLAIN = new View("en", ColorScheme.LIGHT, View.DESK);

    /** Whether every view is pictured, to be looked at. */
    private static final boolean PICTURED = System.getProperty("screenshots") != null;

    @TempDir
    static Path folder;

    private static Browsing browsing;
    private static Site site;
    private static Axe axe;
    private static Map<String, Visit> visits;
    private static Page withoutScripts;

    @BeforeAll
    static void start() throws Exception {
        browsing = Browsing.start();
        site = Site.start(folder);
        axe = Axe.load();
        visits = Site.LANGUAGES.stream().collect(Collectors.toMap(language -> language, Visit::in));
        withoutScripts = browsing.visitorWithoutScripts(PLAIN).newPage();
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
        if (browsing != null) {
            browsing.close();
        }
    }

    static Stream<Arguments> everyPageInEveryLanguage() {
        return Arrays.stream(PageKind.values())
                .flatMap(kind -> Site.LANGUAGES.stream().map(language -> Arguments.of(kind, language)));
    }

    /** Loads a page once, then changes the window and the light, as a user may who has it open. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPageInEveryLanguage")
    void a_page_is_right_in_every_view(PageKind kind, String language) {
        Visit visit = visit(language);
        Page page = visit.page();
        String url = site.url(language, kind.path());
        page.navigate(url);
        Map<String, List<String>> faults = new LinkedHashMap<>();
        for (View view : View.in(language)) {
            view.show(page);
            picture(page, kind + "-" + view);
            faults.put(view + ": sideways scrolling", Reading.sideways(page));
            faults.put(view + ": text that runs the wrong way", Reading.wrongWay(page));
            faults.put(view + ": picture not shown", Reading.missingPictures(page));
            if (isForAxe(view)) {
                faults.put(view + ": accessibility", axe.violations(page));
            }
            if (view.equals(PLAIN)) {
                faults.put(view + ": keyboard", Keyboard.faults(page));
            }
        }
        String icon = Reading.icon(page);
        int status = page.request().get(icon).status();
        faults.put("icon", status == 200 ? List.of() : List.of(icon + " answers " + status));
        Complaints complaints = visit.complaints();
        faults.put(
                "complaint of the browser",
                kind == PageKind.NOT_FOUND || kind == PageKind.SEARCH_FAULT
                        ? complaints.takeBesidesStatus(url)
                        : complaints.take());
        faults.values().removeIf(List::isEmpty);
        assertThat(faults).as("%s in %s", kind, language).isEmpty();
    }

    /** Both schemes, both widths and both languages, without every pair of them. */
    private static boolean isForAxe(View view) {
        return view.equals(PLAIN) || view.equals(new View("zh", ColorScheme.DARK, View.TELEPHONE));
    }

    private static void picture(Page page, String name) {
        if (PICTURED) {
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_heading_is_painted_without_scripts(PageKind kind) {
        withoutScripts.navigate(site.url(PLAIN.language(), kind.path()));
        Locator heading = withoutScripts.locator("h1").first();
        assertThat(heading.isVisible()).as("visible").isTrue();
        assertThat(heading.innerText()).isNotBlank();
        assertThat(heading.boundingBox().y).as("top of the heading").isBetween(0.0, 400.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed", "/categories/金融/新浪财经"})
    void a_feed_can_be_opened(String path) {
        Visit visit = visit("en");
        Page page = visit.page();
        for (String extension : List.of("rss", "atom", "json")) {
            String name = (path.equals("/feed") ? "feed" : "feed-of-category") + "-" + extension;
            page.navigate(site.url("en", PageKind.encoded(path) + "." + extension));
            for (int width : List.of(View.TELEPHONE, View.DESK)) {
                View view = new View("en", ColorScheme.LIGHT, width);
                view.show(page);
                picture(page, name + "-" + view);
                if (!extension.equals("json")) {
                    assertThat(page.evaluate("() => getComputedStyle(document.documentElement, '::before').content"))
                            .as(name)
                            .asString()
                            .startsWith("\"This is a feed");
                    assertThat(Reading.sideways(page)).as(name).isEmpty();
                }
            }
            assertThat(page.content()).as(name).contains("人民银行");
            assertThat(visit.complaints().take()).as(name).isEmpty();
        }
    }

    private static Visit visit(String language) {
        return Objects.requireNonNull(visits.get(language));
    }

    /** A window that stays open from page to page. */
    private record Visit(Page page, Complaints complaints) {
        static Visit in(String language) {
            BrowserContext visitor = browsing.visitor(View.in(language).get(0));
            Complaints complaints = Complaints.of(visitor);
            return new Visit(visitor.newPage(), complaints);
        }
    }
}
