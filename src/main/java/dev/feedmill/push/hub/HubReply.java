package dev.feedmill.push.hub;

/**
 * The hub's reply to a request.
 *
 * @param text a sentence for the developers of subscribers
 * @param retryAfter seconds after which the same request may succeed; 0 if it will not
 */
public record HubReply(int status, String text, long retryAfter) {
    static HubReply accepted() {
        return new HubReply(202, "the callback will be asked to confirm", 0);
    }

    static HubReply wrong(String text) {
        return new HubReply(400, text, 0);
    }
}
