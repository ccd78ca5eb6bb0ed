package dev.feedmill.reading.episode;

import dev.feedmill.article.PaymentValue;
import dev.feedmill.dialect.rule.EpisodeKeys;
import dev.feedmill.dialect.rule.EpisodeKeys.About;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.NodeValues;
import dev.feedmill.reading.header.Report;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads from front matter how listeners can pay. */
final class PaymentReader {
    private final FrontMatter front;
    private final EpisodeKeys keys;
    private final Report report;

    PaymentReader(FrontMatter front, EpisodeKeys keys, Report report) {
        this.report = report;
        this.front = front;
        this.keys = keys;
    }

    /** Reads the payment value; null if none is given, as a key of this name may have another meaning. */
    @Nullable
    PaymentValue read() {
        for (String key : keys.about(About.VALUE)) {
            FrontMatter.Found found = front.ofTheme(key);
            PaymentValue value = found != null && found.node() instanceof Mapping fields ? value(fields) : null;
            if (value != null) {
                return value;
            }
            if (found != null
                    && found.node() instanceof Mapping fields
                    && NodeValues.node(fields, "recipients") != null) {
                report.add(
                        found.line(),
                        Kind.VALUE,
                        "'" + found.written()
                                + "' must have a 'type', a 'method' and recipients with 'type', 'address' and 'split'");
            }
        }
        return null;
    }

    private static @Nullable PaymentValue value(Mapping fields) {
        String type = NodeValues.text(fields, "type");
        String method = NodeValues.text(fields, "method");
        String suggested = NodeValues.text(fields, "suggested");
        List<PaymentValue.Recipient> recipients = new ArrayList<>();
        Node list = NodeValues.node(fields, "recipients");
        if (list instanceof Sequence items) {
            for (Node item : items.items()) {
                if (item instanceof Mapping one) {
                    recipient(one, recipients);
                }
            }
        }
        return type == null || method == null || recipients.isEmpty()
                ? null
                : new PaymentValue(type, method, suggested == null ? "" : suggested, recipients);
    }

    private static void recipient(Mapping fields, List<PaymentValue.Recipient> recipients) {
        String name = NodeValues.text(fields, "name");
        String type = NodeValues.text(fields, "type");
        String address = NodeValues.text(fields, "address");
        String split = NodeValues.text(fields, "split");
        if (type != null && address != null && split != null && split.matches("\\d{1,6}")) {
            recipients.add(
                    new PaymentValue.Recipient(name == null ? "" : name, type, address, Integer.parseInt(split)));
        }
    }
}
