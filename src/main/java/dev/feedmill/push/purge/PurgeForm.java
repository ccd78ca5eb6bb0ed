package dev.feedmill.push.purge;

import dev.feedmill.push.client.OutgoingRequest;
import dev.feedmill.push.client.OutgoingUrl;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills in the request of a purge. In its fields and its body, <code>{tags}</code> stands for the tags with spaces
 * between, <code>{quoted-tags}</code> for the tags in quotation marks with commas between, and <code>{token}</code> for
 * the token.
 */
final class PurgeForm {
    /** A header field (RFC 9110 section 5.5). */
    private static final Pattern FIELD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\\x20-\\x7e]*");

    private final OutgoingUrl url;
    private final PurgeRules.Request rules;

    PurgeForm(OutgoingUrl url, PurgeRules.Request rules) {
        this.url = url;
        this.rules = rules;
    }

    static boolean isField(String line) {
        return FIELD.matcher(line).matches();
    }

    OutgoingRequest of(List<String> tags) {
        PurgePreset preset = rules.purgePreset();
        String method = rules.purgeMethod().isEmpty() ? preset.method() : rules.purgeMethod();
        String body = rules.purgeBody().isEmpty() ? preset.body() : rules.purgeBody();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : rules.purgeFields().isEmpty() ? preset.fields() : rules.purgeFields()) {
            int colon = field.indexOf(':');
            fields.put(
                    field.substring(0, colon), filled(field.substring(colon + 1).strip(), tags));
        }
        return new OutgoingRequest(method, url, fields, filled(body, tags).getBytes(StandardCharsets.UTF_8));
    }

    private String filled(String text, List<String> tags) {
        return text.replace("{tags}", String.join(" ", tags))
                .replace(
                        "{quoted-tags}",
                        tags.stream().map(tag -> '"' + tag + '"').collect(Collectors.joining(",")))
                .replace("{token}", rules.purgeToken());
    }
}
