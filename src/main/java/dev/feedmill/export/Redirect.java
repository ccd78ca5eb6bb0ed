package dev.feedmill.export;

/**
 * An address that redirects, or whose content was removed.
 *
 * @param from path, percent-encoded, with a leading slash
 * @param to absolute URL, or a path with a leading slash; empty if the content was removed
 */
record Redirect(String from, String to) {
    boolean isGone() {
        return to.isEmpty();
    }

    /** The HTML page that redirects where a host cannot. */
    String page() {
        String url = to.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + url
                + "</title>\n<meta http-equiv=\"refresh\" content=\"0; url=" + url
                + "\">\n<link rel=\"canonical\" href=\""
                + url + "\">\n</head>\n<body>\n<p><a href=\"" + url + "\">" + url + "</a></p>\n</body>\n</html>\n";
    }
}
