package dev.feedmill.push.notice;

import dev.feedmill.push.client.Outcome;
import dev.feedmill.push.client.OutgoingRequest;
import dev.feedmill.push.client.OutgoingUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A program of the operator's that takes notices as Standard Webhooks 1.0 has them: JSON, signed. */
final class Webhook implements Receiver {
    private static final int GONE = 410;

    private final OutgoingUrl url;
    private final NoticeRules.Webhooks rules;
    private final NoticeContent content;

    private Webhook(OutgoingUrl url, NoticeRules.Webhooks rules, NoticeContent content) {
        this.url = url;
        this.rules = rules;
        this.content = content;
    }

    static List<Receiver> all(NoticeRules.Webhooks rules, NoticeContent content) {
        return rules.urls().stream()
                .<Receiver>map(url -> new Webhook(url, rules, content))
                .toList();
    }

    @Override
    public String title() {
        return "the webhook at " + url.host();
    }

    @Override
    public String consumer() {
        return "webhook " + UUID.nameUUIDFromBytes(url.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int most() {
        return rules.webhookEntries();
    }

    @Override
    public Duration delay() {
        return Duration.ZERO;
    }

    @Override
    public Duration patience() {
        return rules.webhookTime();
    }

    @Override
    public OutgoingRequest request(Notice notice, Instant now) {
        byte[] body = content.json(notice, rules.webhookEntries());
        // The same for each attempt; the time tells it from those of a library that counts from the beginning again.
        long at = notice.change().unknown() ? 0 : notice.time().getEpochSecond();
        String id = "msg_" + notice.change().number() + "_" + at;
        long time = now.getEpochSecond();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("webhook-id", id);
        fields.put("webhook-timestamp", Long.toString(time));
        if (!rules.webhookSecret().isEmpty()) {
            fields.put("webhook-signature", MessageSignature.of(rules.webhookSecret(), id, time, body));
        }
        return OutgoingRequest.post(url, "application/json", fields, body);
    }

    @Override
    public Answer answer(Outcome.Answered response) {
        return response.isSuccess() ? Answer.TAKEN : response.status() == GONE ? Answer.GONE : Answer.LATER;
    }
}
