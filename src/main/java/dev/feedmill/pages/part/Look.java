package dev.feedmill.pages.part;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * How the operator wants pages to look.
 *
 * @param logo absolute URL of a picture, or its path below the site's root; empty for none
 * @param links further links of the navigation; one of this server begins with a slash
 * @param footer lines at the end of each page, in safe HTML
 * @param css style sheet that follows that of the pages; empty for none
 * @param version changes with the style sheet
 */
public record Look(String logo, List<Link> links, List<String> footer, String css, String version) {
    public static final Look USUAL = of("", List.of(), List.of(), "");

    public Look {
        links = List.copyOf(links);
        footer = List.copyOf(footer);
    }

    public static Look of(String logo, List<Link> links, List<String> footer, String css) {
        CRC32C checksum = new CRC32C();
        checksum.update(css.getBytes(StandardCharsets.UTF_8));
        return new Look(logo, links, footer, css, Long.toHexString(checksum.getValue()));
    }
}
