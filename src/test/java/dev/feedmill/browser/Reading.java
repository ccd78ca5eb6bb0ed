package dev.feedmill.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** What a person would see at once: text beyond the edge, from the wrong side, or a picture that is not there. */
final class Reading {
    private static final String SIDEWAYS = """
            () => {
              const root = document.documentElement;
              if (root.scrollWidth <= innerWidth) return [];
              const clips = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
                if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
              const wide = [...document.body.querySelectorAll('*')].filter(e => {
                const box = e.getBoundingClientRect();
                return (box.right > innerWidth + 1 || box.left < -1) && !clips(e); });
              return [root.scrollWidth + ' px in ' + innerWidth, ...wide.slice(0, 5).map(e => e.outerHTML.slice(0, 120))];
            }
            """;
    /** Judged by the language and by the first letter, since a word of another script may stand anywhere. */
    private static final String WRONG_WAY = """
            () => {
              const wrong = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const e = texts.currentNode.parentElement;
                const first = texts.currentNode.data.match(/\\p{L}/u);
                if (!first || !e.checkVisibility()) continue;
                const language = /^(ar|fa|he|ur|yi)\\b/.test(e.closest('[lang]')?.lang);
                const letter = /[\\u0590-\\u08ff]/.test(first[0]);
                if (language === letter && letter !== (getComputedStyle(e).direction === 'rtl'))
                  wrong.push(e.outerHTML.slice(0, 120));
              }
              return wrong;
            }
            """;

    private static final String MISSING_PICTURES = """
            async () => { const missing = [];
              for (const i of document.images) {
                i.loading = 'eager';
                await i.decode().catch(e => missing.push(i.outerHTML.slice(0, 120)));
              }
              return missing; }
            """;

    /** A browser that is given none asks for this one unbidden. */
    private static final String ICON =
            "() => document.querySelector('link[rel~=icon]')?.href ?? new URL('/favicon.ico', location).href";

    private Reading() {}

    static String icon(Page page) {
        return (String) page.evaluate(ICON);
    }

    static List<String> sideways(Page page) {
        return texts(page, SIDEWAYS);
    }

    static List<String> wrongWay(Page page) {
        return texts(page, WRONG_WAY);
    }

    static List<String> missingPictures(Page page) {
        return texts(page, MISSING_PICTURES);
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }
}
