package dev.feedmill.config;

import dev.feedmill.feed.ChannelExtras;
import dev.feedmill.pages.part.Link;
import dev.feedmill.setting.BadValueException;
import dev.feedmill.setting.SettingValues;
import dev.feedmill.web.CssColor;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What makes a site one's own.
 *
 * @param logo path of a picture in the articles folder, or its URL; empty for none
 * @param bridge URL of the server that speaks ActivityPub for this one; empty for none
 * @param accent colour of links and buttons; empty for the usual one
 * @param accentDark the same where the visitor prefers dark pages
 * @param style path of a style sheet that pages have after their own; empty for none
 * @param footer lines at the end of each page, in HTML
 * @param links further links of the navigation: a text and, as the last word, an address
 * @param robots further lines of robots.txt
 * @param extra further elements of the channels of feeds, in XML
 */
public record OwnParts(
        String logo,
        String bridge,
        String accent,
        String accentDark,
        String style,
        List<String> footer,
        List<String> links,
        List<String> robots,
        String extra) {
    /** Addresses that pages may link to; no script is one. */
    private static final Pattern LINK = Pattern.compile("\\S.*\\s(https?://\\S+|mailto:\\S+|tel:\\S+|/(?!/)\\S*)");

    private static final Pattern LAST_WORD = Pattern.compile("\\s+(?=\\S+$)");
    private static final Pattern ROBOTS = Pattern.compile("#.*|[A-Za-z][A-Za-z-]*\\s*:.*");

    static OwnParts of(SettingValues settings) {
        return new OwnParts(
                settings.text("site.logo", OwnParts::checkLogo),
                settings.address("site.bridge"),
                settings.text("pages.accent", OwnParts::checkColor),
                settings.text("pages.accent-dark", OwnParts::checkColor),
                settings.line("pages.style"),
                settings.words("pages.footer", SettingValues::isLine, "must be lines of text or HTML"),
                settings.words(
                        "pages.links",
                        line -> SettingValues.isLine(line) && LINK.matcher(line).matches(),
                        "must be texts, each with an address behind it, such as About https://example.org/about or"
                                + " Imprint /articles/imprint"),
                settings.words(
                        "pages.robots",
                        line -> SettingValues.isLine(line)
                                && ROBOTS.matcher(line).matches(),
                        "must be lines such as Disallow: /tags/ or User-agent: GPTBot"),
                settings.text("feeds.extra", OwnParts::checkExtra));
    }

    private static void checkLogo(String text) throws BadValueException {
        if (!SettingValues.isLine(text) || (text.contains("://") && !Lists.isWebAddress(text))) {
            throw new BadValueException(
                    "must be the http or https address of a picture, or its path in the articles folder");
        }
    }

    private static void checkColor(String text) throws BadValueException {
        if (CssColor.parse(text) == null) {
            throw new BadValueException("must be a colour such as #a03d08, rgb(160 61 8) or hsl(21 90% 33%)");
        }
    }

    private static void checkExtra(String xml) throws BadValueException {
        try {
            ChannelExtras.parse(xml);
        } catch (ChannelExtras.UnfitException e) {
            throw new BadValueException(String.valueOf(e.getMessage()));
        }
    }

    /** Whether the logo is a file in the articles folder. */
    public boolean hasLogoFile() {
        return !logo.isEmpty() && !logo.matches("(?i)https?://.*");
    }

    /** The links of the navigation, with their texts. */
    public List<Link> navigation() {
        return links.stream()
                .map(line -> LAST_WORD.split(line.strip()))
                .map(parts -> new Link(parts[1], parts[0]))
                .toList();
    }
}
