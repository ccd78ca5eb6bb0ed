vcl 4.1;

# Varnish 6.5 or newer in front of Feedmill, with `caches.tag-field: xkey` in Feedmill's settings. "Caches in front" in
# src/docs/operations.md tells the rest.

import std;

backend default {
    .host = "127.0.0.1";
    .port = "8080";
    .probe = { .url = "/health/live"; .interval = 2s; .timeout = 2s; .window = 3; .threshold = 2; .initial = 2; }
}

sub vcl_recv {
    if (req.method == "PURGE") {
        # Only at the listener of this name (varnishd -a purges=127.0.0.1:6082), which nobody else reaches: a proxy for TLS on
        # this machine makes all clients local.
        if (local.socket != "purges") {
            return (synth(405));
        }
        if (req.http.xkey-purge !~ "^[a-z0-9]+( [a-z0-9]+)*$") {
            return (synth(400));
        }
        # Varnish's module xkey, where it is installed, does this as xkey.purge(req.http.xkey-purge).
        if (!std.ban("obj.http.xkey ~ \b(" + regsuball(req.http.xkey-purge, " ", "|") + ")\b")) {
            return (synth(500, std.ban_error()));
        }
        return (synth(200));
    }
    if (req.restarts == 0) {
        set req.http.X-First = "1";
        # As feeds.stale-while-revalidate: how long what has expired is sent while it is fetched anew. Without a healthy
        # Feedmill, and after a failure, feeds.stale-if-error counts.
        if (std.healthy(req.backend_hint)) {
            set req.grace = 60s;
        }
    } else {
        unset req.http.X-First;
        set req.grace = 30d;
    }
    # One object for all that take Brotli. Varnish itself keeps one with gzip for all others, and unpacks it where it must.
    unset req.http.X-Coding;
    if (req.http.Accept-Encoding ~ "(?i)(^|,)\s*br\s*(,|$|;\s*q=(1|0?\.0*[1-9]))") {
        set req.http.X-Coding = "br";
    }
    # What a browser is shown differs from what readers get, and sound would leave no room for feeds.
    if ((req.http.Sec-Fetch-Dest == "document" && req.url ~ "\.(rss|atom|json)(\?|$)") || req.url ~ "/files/") {
        return (pass);
    }
    # No response depends on cookies; a password opens only pages that are not kept.
    unset req.http.Cookie;
}

# No response depends on the field Host.
sub vcl_hash {
    hash_data(req.url);
    hash_data(req.http.X-Coding);
    return (lookup);
}

sub vcl_hit {
    # A reader that asks for what is new since its version gets that from Feedmill, unless it has this version.
    if (req.http.A-IM && req.http.If-None-Match
            && !std.strstr(req.http.If-None-Match, regsub(obj.http.ETag, {"^(W/)?"([\w-]{16}).*$"}, "\2"))) {
        return (pass);
    }
}

sub vcl_backend_fetch {
    if (bereq.http.X-Coding) {
        set bereq.http.Accept-Encoding = "br, gzip";
    }
    # What is kept is whole.
    if (!bereq.uncacheable) {
        unset bereq.http.A-IM;
    }
}

sub vcl_backend_response {
    if (beresp.status >= 500 && (bereq.is_bgfetch || bereq.http.X-First)) {
        return (abandon);
    }
    if (beresp.http.Cache-Control ~ "stale-if-error=[0-9]+") {
        set beresp.grace = std.duration(
            regsub(beresp.http.Cache-Control, "^.*stale-if-error=([0-9]+).*$", "\1s"), 0s);
    }
    # So that Feedmill is asked with an ETag when a copy has expired.
    set beresp.keep = 1d;
}

sub vcl_backend_error {
    if (bereq.is_bgfetch || bereq.http.X-First) {
        return (abandon);
    }
}

sub vcl_synth {
    # Nothing came from Feedmill: once more, now for what has expired too.
    if (resp.status == 503 && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")) {
        return (restart);
    }
}

sub vcl_deliver {
    unset resp.http.xkey;
}
