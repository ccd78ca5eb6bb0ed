package dev.feedmill.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Goes through a page by Tab alone. */
final class Keyboard {
    /** Scrolling boxes take the focus too, between the stops that are counted here. */
    private static final String PREPARE = """
            () => {
              const looks = e => { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.outlineColor,
                s.boxShadow, s.backgroundColor, s.color, s.textDecoration, s.borderColor, s.borderWidth].join('|'); };
              // Of a group of radio buttons one is a stop: the checked one, else the first.
              const radios = e => { const group = `input[type=radio][name="${CSS.escape(e.name)}"]`;
                return e.type === 'radio' && (document.querySelector(group + ':checked') ?? document.querySelector(group)) !== e; };
              const stops = [...document.querySelectorAll(
                  'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
                .filter(e => !e.disabled && !radios(e) && e.checkVisibility({visibilityProperty: true}));
              const before = new Map(stops.map(e => [e, looks(e)]));
              window.feedmillStops = stops;
              window.feedmillFocus = () => {
                const e = document.activeElement;
                if (!e || e === document.body || e === document.documentElement) return {at: -2, faint: false, off: false};
                const box = e.getBoundingClientRect();
                return {
                  at: stops.indexOf(e),
                  faint: before.get(e) === looks(e),
                  off: box.width * box.height === 0 || box.bottom <= 0 || box.top >= innerHeight
                    || box.right <= 0 || box.left >= innerWidth};
              };
              return stops.map(e => e.outerHTML.slice(0, 120));
            }
            """;

    private static final int LEFT_THE_PAGE = -2;

    private Keyboard() {}

    /** Names each link, button and input that is not reached in the order of the document, or not seen when it is. */
    @SuppressWarnings("unchecked")
    static List<String> faults(Page page) {
        List<String> stops = (List<String>) page.evaluate(PREPARE);
        List<String> faults = new ArrayList<>();
        int next = 0;
        for (int presses = 0; next < stops.size() && presses < 2 * stops.size() + 50; presses++) {
            page.keyboard().press("Tab");
            Focus focus = Focus.of(page.evaluate("() => feedmillFocus()"));
            if (focus.at() == LEFT_THE_PAGE) {
                break;
            }
            if (focus.at() < 0) {
                continue;
            }
            String stop = stops.get(focus.at());
            if (focus.at() != next) {
                faults.add("the focus is at stop " + focus.at() + " instead of " + next + ": " + stop);
            }
            if (focus.faint()) {
                faults.add("the focus cannot be seen at " + stop);
            }
            if (focus.off()) {
                faults.add("the focus is outside of what is shown at " + stop);
            }
            next = focus.at() + 1;
        }
        if (next < stops.size()) {
            faults.add("never reached: " + stops.get(next));
        }
        return faults;
    }

    private record Focus(int at, boolean faint, boolean off) {
        static Focus of(Object evaluated) {
            Map<?, ?> map = (Map<?, ?>) evaluated;
            return new Focus((Integer) map.get("at"), (Boolean) map.get("faint"), (Boolean) map.get("off"));
        }
    }
}
