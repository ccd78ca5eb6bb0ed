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

    @TempDir
    static Path folder;

    private static Browsing browsing;
    private static Site site;
    private static Axe axe;

    @BeforeAll
    static void start() throws Exception {
        browsing = Browsing.start();
        site = Site.start(folder);
        axe = Axe.load();
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

    static Stream<Arguments> everyPageInEveryView() {
        return Arrays.stream(PageKind.values())
                .flatMap(kind -> View.all().stream().map(view -> Arguments.of(kind, view)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPageInEveryView")
    void a_page_is_right_in_every_view(PageKind kind, View view) {
        try (BrowserContext visitor = browsing.visitor(view)) {
            Complaints complaints = Complaints.of(visitor);
            Page page = visitor.newPage();
            String url = site.url(view.language(), kind.path());
            page.navigate(url);
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(kind + "-" + view + ".png")));

            Map<String, List<String>> faults = new LinkedHashMap<>();
            faults.put("sideways scrolling", Reading.sideways(page));
            faults.put("text that runs the wrong way", Reading.wrongWay(page));
            faults.put("picture not shown", Reading.missingPictures(page));
            if (isForAxe(view)) {
                faults.put("accessibility", axe.violations(page));
            }
            if (view.equals(PLAIN)) {
                faults.put("keyboard", Keyboard.faults(page));
                String icon = Reading.icon(page);
                int status = visitor.request().get(icon).status();
                faults.put("icon", status == 200 ? List.of() : List.of(icon + " answers " + status));
            }
            faults.put(
                    "complaint of the browser",
                    kind == PageKind.NOT_FOUND ? complaints.foundBesidesStatus(url) : complaints.found());
            faults.values().removeIf(List::isEmpty);
            assertThat(faults).as("%s in %s", kind, view).isEmpty();
        }
    }

    /** Both schemes, both widths and both languages, without every pair of them. */
    private static boolean isForAxe(View view) {
        return view.equals(PLAIN) || view.equals(new View("zh", ColorScheme.DARK, View.TELEPHONE));
    }

    @ParameterizedTest
    @EnumSource
    void the_heading_is_painted_without_scripts(PageKind kind) {
        try (BrowserContext visitor = browsing.visitorWithoutScripts(PLAIN)) {
            Page page = visitor.newPage();
            page.navigate(site.url(PLAIN.language(), kind.path()));
            Locator heading = page.locator("h1").first();
            assertThat(heading.isVisible()).as("visible").isTrue();
            assertThat(heading.innerText()).isNotBlank();
            assertThat(heading.boundingBox().y).as("top of the heading").isBetween(0.0, 400.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed", "/categories/金融/新浪财经"})
    void a_feed_can_be_opened(String path) {
        for (String extension : List.of("rss", "atom", "json")) {
            for (int width : List.of(View.TELEPHONE, View.DESK)) {
                View view = new View("en", ColorScheme.LIGHT, width);
                try (BrowserContext visitor = browsing.visitor(view)) {
                    Complaints complaints = Complaints.of(visitor);
                    Page page = visitor.newPage();
                    page.navigate(site.url("en", PageKind.encoded(path) + "." + extension));
                    String name = (path.equals("/feed") ? "feed" : "feed-of-category") + "-" + extension;
                    page.screenshot(
                            new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + "-" + view + ".png")));
                    assertThat(complaints.found()).as(name).isEmpty();
                    assertThat(page.content()).as(name).contains("人民银行");
                    if (!extension.equals("json")) {
                        assertThat(page.evaluate(
                                        "() => getComputedStyle(document.documentElement, '::before').content"))
                                .as(name)
                                .asString()
                                .startsWith("\"This is a feed");
                        assertThat(Reading.sideways(page)).as(name).isEmpty();
                    }
                }
            }
        }
    }
}
