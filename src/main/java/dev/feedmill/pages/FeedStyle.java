package dev.feedmill.pages;

import dev.feedmill.address.Address;
import dev.feedmill.pages.part.Messages;
import dev.feedmill.pages.part.SiteContext;
import java.nio.charset.StandardCharsets;

/**
 * The style sheet that makes RSS and Atom readable in a browser, with an explanation at the top. It is CSS, since
 * browsers are removing XSLT.
 */
public final class FeedStyle {
    /** Its name among the {@link Assets}. */
    public static final String NAME = Address.Asset.FEED_STYLE.name();

    private FeedStyle() {}

    /** The style sheet as UTF-8, in the language of the site. */
    public static byte[] of(SiteContext site) {
        Assets.Asset sheet = Assets.named(NAME);
        if (sheet == null) {
            throw new IllegalStateException(NAME + " is missing from the program");
        }
        Messages words = site.words();
        String about = words.get("feed.about") + "\n" + words.get("feed.copy");
        String text = new String(sheet.bytes(), StandardCharsets.UTF_8).replace("{{about}}", string(about));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A CSS string (www.w3.org/TR/css-syntax-3, 4.3.7). */
    private static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\' || c == '<' || c < ' ') {
                out.append('\\').append(Integer.toHexString(c)).append(' ');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
