package dev.feedmill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import dev.feedmill.TestApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages' small script adds, and what a first visit costs. */
class ScriptIT {
    private static final View PLAIN = new View("en", ColorScheme.LIGHT, View.DESK);

    @TempDir
    static Path folder;

    private static Browsing browsing;
    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        browsing = Browsing.start();
        site = Site.start(folder);
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

    @Test
    void the_builder_answers_while_one_ticks() {
        try (BrowserContext visitor = browsing.visitor(PLAIN)) {
            Complaints complaints = Complaints.of(visitor);
            Page page = visitor.newPage();
            page.navigate(site.url("en", "/builder"));
            page.locator("input[name=category][value=Many]").check();
            page.locator("input[name=format][value=json]").check();
            Locator address = page.locator("#result input[readonly]");
            page.waitForCondition(() -> address.inputValue().endsWith("/categories/Many.json"));
            page.waitForCondition(() -> page.url().contains("format=json"));
            assertThat(page.url()).contains("/builder?", "category=Many");
            page.locator("#result button").click();
            page.waitForCondition(
                    () -> page.locator("#result button").innerText().equals("Copied"));
            assertThat(complaints.found()).isEmpty();
        }
    }

    @Test
    void the_builder_is_a_plain_form_without_scripts() {
        try (BrowserContext visitor = browsing.visitorWithoutScripts(PLAIN)) {
            Page page = visitor.newPage();
            page.navigate(site.url("en", "/builder"));
            page.locator("input[name=category][value=Many]").check();
            page.locator("form button").click();
            assertThat(page.locator("#result input[readonly]").inputValue()).endsWith("/categories/Many.rss");
            assertThat(page.locator("#result button").isVisible()).isFalse();
        }
    }

    @Test
    void code_can_be_copied_and_a_dead_picture_leaves_no_frame() {
        try (BrowserContext visitor = browsing.visitor(PLAIN)) {
            Page page = visitor.newPage();
            page.navigate(site.url("en", "/articles/wide"));
            page.locator(".code button").first().click();
            page.waitForCondition(
                    () -> page.locator(".code button").first().innerText().equals("Copied"));
            page.route("**/pictures/**", Route::abort);
            page.route("**/*.png", Route::abort);
            page.navigate(site.url("en", "/categories/Craft"));
            page.waitForCondition(() -> page.locator(".items img[hidden]").count() > 0);
        }
        try (BrowserContext visitor = browsing.visitorWithoutScripts(PLAIN)) {
            Page page = visitor.newPage();
            page.navigate(site.url("en", "/articles/wide"));
            assertThat(page.locator(".body pre").count()).isPositive();
            assertThat(page.locator(".body button").count()).isZero();
        }
    }

    @Test
    void a_page_says_how_many_articles_came_and_moves_nothing() throws Exception {
        try (BrowserContext visitor = browsing.visitor(PLAIN)) {
            Complaints complaints = Complaints.of(visitor);
            Page page = visitor.newPage();
            page.waitForResponse(
                    response -> response.url().contains("/events?"), () -> page.navigate(site.url("en", "/")));
            Locator first = page.locator(".items article").first();
            double top = first.boundingBox().y;
            TestApp.write(folder, "fresh.md", "---\ntitle: Fresh\ndate: 2024-01-01\n---\n\nText.\n");
            Locator news = page.locator(".news a");
            news.waitFor();
            assertThat(news.innerText()).isEqualTo("1 new article");
            assertThat(first.boundingBox().y).isEqualTo(top);
            page.waitForResponse(response -> response.url().endsWith("/"), news::click);
            page.waitForCondition(() -> page.locator(".news a").count() == 0);
            assertThat(complaints.found()).isEmpty();
        }
    }

    @Test
    void a_first_visit_is_light_and_waits_for_one_style_sheet_alone() {
        try (BrowserContext visitor = browsing.visitor(PLAIN)) {
            Page page = visitor.newPage();
            List<Response> responses = new ArrayList<>();
            page.onResponse(responses::add);
            page.navigate(site.url("en", "/"));
            page.waitForLoadState();
            List<Response> own = responses.stream()
                    .filter(response -> !List.of("image", "eventsource")
                            .contains(response.request().resourceType()))
                    .toList();
            assertThat(own.stream().mapToInt(response -> response.body().length).sum())
                    .isLessThan(60_000);
            assertThat(own)
                    .extracting(response -> response.request().resourceType())
                    .contains("document", "stylesheet", "script")
                    .hasSize(3);
            assertThat(page.locator("head link[rel=stylesheet], head style, head script:not([defer])")
                            .count())
                    .isEqualTo(1);
        }
    }
}
