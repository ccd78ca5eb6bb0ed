package dev.feedmill.export;

import dev.feedmill.address.Address;
import dev.feedmill.address.PathPrefix;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.web.PercentCoding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Instructions for hosts of static files: {@code _headers} and {@code _redirects} for Cloudflare and Netlify, and
 * lines for nginx. Rules are by folder and ending, since hosts allow few of them.
 */
final class HostFiles {
    /** Cloudflare ignores further lines of {@code _redirects}. */
    static final int MAX_CLOUDFLARE_LINES = 2_000;

    private static final String TYPE = "Content-Type";
    private static final String PAGES = "*";
    private static final List<String> FIELDS = List.of(
            TYPE,
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Content-Security-Policy",
            "Content-Disposition",
            "Cross-Origin-Resource-Policy",
            "Access-Control-Allow-Origin");

    private final Map<String, Map<String, String>> rules = new TreeMap<>();
    private final Map<String, Redirect> redirects = new LinkedHashMap<>();

    /** Notes the header fields of the response at an address. */
    void add(Address address, boolean isPage, HttpResponse response) {
        rules.computeIfAbsent(isPage ? PAGES : pattern(address.path()), pattern -> fields(response));
    }

    void add(Redirect redirect) {
        redirects.putIfAbsent(redirect.from(), redirect);
    }

    private static Map<String, String> fields(HttpResponse response) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : FIELDS) {
            String value = response.field(name);
            if (value != null) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    /** The path, with a star for all between its first folder and its ending. */
    private static String pattern(String path) {
        int folder = path.indexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        if (path.endsWith("/chapters.json")) {
            return path.substring(0, folder) + "*/chapters.json";
        }
        return folder == 0 || dot < path.lastIndexOf('/')
                ? path
                : path.substring(0, folder) + "*" + path.substring(dot);
    }

    /**
     * The {@code _headers} file.
     *
     * @param root path of the export on its host
     */
    String headers(String root) {
        StringBuilder text = new StringBuilder();
        Map<String, String> everywhere = rules.getOrDefault(PAGES, Map.of());
        rules.forEach((pattern, fields) -> {
            text.append(root).append(pattern).append('\n');
            fields.forEach((name, value) -> {
                // Several rules for one path are joined; a page's type is known to every host.
                boolean isSaid = pattern.equals(PAGES) ? name.equals(TYPE) : value.equals(everywhere.get(name));
                if (!isSaid) {
                    text.append("  ").append(name).append(": ").append(value).append('\n');
                }
            });
        });
        return text.toString();
    }

    /** Number of addresses that redirect. */
    long moves() {
        return redirects.values().stream()
                .filter(redirect -> !redirect.isGone())
                .count();
    }

    /** The {@code _redirects} file; it cannot say that something is gone. */
    String redirects() {
        StringBuilder text = new StringBuilder();
        for (Redirect redirect : redirects.values()) {
            if (!redirect.isGone()) {
                text.append(redirect.from().replace(":", "%3A").replace("*", "%2A"))
                        .append(' ')
                        .append(redirect.to())
                        .append(" 301\n");
            }
        }
        return text.toString();
    }

    /**
     * Lines for the {@code server} block of nginx.
     *
     * @param root path of the export on its host
     */
    String nginx(String root) {
        StringBuilder text = new StringBuilder("""
                # Written by feedmill export. Include it in a server block whose root holds the export:
                #     root /srv/export;
                #     include /srv/export/feedmill-nginx.conf;
                gzip_static on;
                gzip_vary on;
                # Readers also send the time of their last poll.
                if_modified_since before;
                # With ngx_brotli: brotli_static on;
                """);
        text.append("error_page 404 ").append(root).append("404.html;\n");
        text.append("location ~ ")
                .append(quoted("^" + escaped(root)
                        + "(?:_headers|_redirects|feedmill-nginx\\.conf|\\.feedmill-export(?:\\.tmp)?|\\.nojekyll)$"))
                .append(" { return 404; }\n");
        rules.forEach((pattern, fields) -> {
            if (pattern.equals(PAGES)) {
                location(text, "location " + quoted(root), "$uri $uri.html $uri/index.html =404", fields);
            } else if (pattern.contains("*")) {
                String form = "^" + escaped(root + decoded(pattern)).replace("\\*", ".+") + "$";
                location(text, "location ~ " + quoted(form), "$uri =404", fields);
            } else {
                location(text, "location = " + quoted(root + decoded(pattern)), "$uri =404", fields);
            }
        });
        redirects
                .values()
                .forEach(redirect -> text.append("location = ")
                        .append(quoted(decoded(redirect.from())))
                        .append(
                                redirect.isGone()
                                        ? " { return 410; }\n"
                                        : " { return 301 "
                                                + quoted(redirect.to().replace("$", "%24")) + "; }\n"));
        return text.toString();
    }

    private static void location(StringBuilder text, String start, String files, Map<String, String> fields) {
        text.append(start).append(" {\n");
        boolean isFolderOfFiles =
                start.contains("/" + PathPrefix.FILES.slashed().substring(1));
        fields.forEach((name, value) -> {
            if (!name.equals(TYPE)) {
                text.append("    add_header ")
                        .append(name)
                        .append(' ')
                        .append(quoted(value))
                        .append(";\n");
            } else if (!files.contains(".html")) {
                text.append("    types { }\n    default_type ")
                        .append(quoted(value))
                        .append(";\n");
            }
        });
        if (files.contains(".html")) {
            text.append("    types {\n        text/html html;\n    }\n    charset utf-8;\n");
        }
        if (isFolderOfFiles) {
            // A file of the folder may be called like the compressed form of another.
            text.append("    gzip_static off;\n");
        }
        text.append("    try_files ").append(files).append(";\n}\n");
    }

    private static String decoded(String path) {
        return PercentCoding.decodeOld(path);
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
