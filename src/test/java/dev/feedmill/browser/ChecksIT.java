package dev.feedmill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What checks the pages finds what it is there to find. */
class ChecksIT {
    private static final String CHECKED = "http://checked.example/";
    private static Browsing browsing;
    private BrowserContext visitor;
    private Complaints complaints;
    private Page page;

    @BeforeAll
    static void start() {
        browsing = Browsing.start();
    }

    @AfterAll
    static void stop() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @BeforeEach
    void visit() {
        visitor = browsing.visitor(new View("en", ColorScheme.LIGHT, View.TELEPHONE));
        complaints = Complaints.of(visitor);
        page = visitor.newPage();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void a_box_wider_than_the_window_is_named() {
        show("<p>fits</p><div id=wide style='width:900px'>x</div>");
        assertThat(Reading.sideways(page)).hasSize(2).last().asString().contains("id=\"wide\"");
    }

    @Test
    void what_scrolls_in_its_own_box_is_no_sideways_scrolling() {
        show("<div style='overflow-x:auto'><div style='width:900px'>x</div></div>");
        assertThat(Reading.sideways(page)).isEmpty();
    }

    @Test
    void a_text_that_runs_the_wrong_way_is_named() {
        show("<p lang=ar>نص</p><p lang=ar dir=rtl>نص</p><p lang=de dir=rtl>Text</p>"
                + "<div lang=ar><p dir=auto>نص <b>نص</b></p><p lang=en>Text</p></div>");
        assertThat(Reading.wrongWay(page))
                .containsExactly("<p lang=\"ar\">نص</p>", "<p lang=\"de\" dir=\"rtl\">Text</p>");
    }

    @Test
    void a_broken_picture_is_named() {
        show("<img id=good src='" + Pictures.data(8, 8) + "'><img id=bad src='data:image/png;base64,AAAA'>");
        assertThat(Reading.missingPictures(page)).singleElement().asString().contains("id=\"bad\"");
    }

    @Test
    void a_page_that_tab_walks_through_has_no_faults() {
        show("<a href='/1'>1</a><button>2</button><button disabled>-</button><input><details><summary>4</summary>"
                + "<a href='/hidden'>-</a></details><a href='/5'>5</a>");
        assertThat(Keyboard.faults(page)).isEmpty();
    }

    @Test
    void a_focus_that_cannot_be_seen_is_named() {
        show("<style>#b:focus { outline: none }</style><a href='/a'>a</a><a id=b href='/b'>b</a>");
        assertThat(Keyboard.faults(page)).containsExactly("the focus cannot be seen at <a id=\"b\" href=\"/b\">b</a>");
    }

    @Test
    void a_stop_that_is_left_out_or_out_of_order_is_named() {
        show("<a href='/a'>a</a><a href='/b' tabindex='-1'>b</a><a href='/c'>c</a>");
        assertThat(Keyboard.faults(page)).singleElement().asString().contains("at stop 2 instead of 1");
        show("<a href='/a'>a</a><a href='/b' tabindex='1'>b</a>");
        assertThat(Keyboard.faults(page)).isNotEmpty();
        show("<a href='/a'>a</a><button tabindex='-1'>b</button>");
        assertThat(Keyboard.faults(page)).singleElement().asString().startsWith("never reached: <button");
    }

    @Test
    void a_focus_beyond_the_edge_is_named() {
        show("<a href='/a' style='position:fixed; left:-900px'>a</a>");
        assertThat(Keyboard.faults(page)).singleElement().asString().startsWith("the focus is outside");
    }

    @Test
    void a_rule_of_accessibility_is_named_with_its_place() {
        show("<h1>x</h1><p style='color:#ccc'>pale</p><img src='" + Pictures.data(8, 8) + "'>");
        List<String> violations = Axe.load().violations(page);
        assertThat(violations)
                .anySatisfy(v -> assertThat(v).startsWith("image-alt (critical)"))
                .anySatisfy(v ->
                        assertThat(v).startsWith("color-contrast (serious)").contains("at p"));
    }

    @Test
    void what_the_browser_complains_of_is_kept() {
        show(
                "<meta http-equiv='Content-Security-Policy' content=\"style-src 'none'\"><p style='color:red'>x</p>"
                        + "<script>console.warn('odd'); console.log('fine')</script><script>throw new Error('broken')</script>");
        assertThat(complaints.found())
                .anySatisfy(c -> assertThat(c).startsWith("console error: policy: style-src-attr forbids inline"))
                .anySatisfy(c -> assertThat(c).startsWith("console warning: odd"))
                .anySatisfy(c -> assertThat(c).startsWith("script: ").contains("broken"))
                .noneSatisfy(c -> assertThat(c).contains("fine"));
    }

    @Test
    void a_load_that_fails_is_kept() {
        visitor.route("**/missing.png", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
        show("<img src='http://elsewhere.example/x.png'><img src='/missing.png'>");
        assertThat(complaints.found())
                .contains(
                        "failed: http://elsewhere.example/x.png net::ERR_NAME_NOT_RESOLVED",
                        "answered 404: http://checked.example/missing.png");
    }

    private void show(String body) {
        visitor.route(
                CHECKED,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody("<!doctype html><html lang=en><title>Checked</title>" + body)));
        page.navigate(CHECKED);
    }
}
