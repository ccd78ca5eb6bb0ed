package dev.feedmill.html.allowed;

import dev.feedmill.html.text.XmlText;
import dev.feedmill.web.PercentCoding;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Ids of link targets in one body: headings, footnotes and other parts that it links to. They have their own prefix, as
 * on GitHub, so that no author's id can shadow a variable or a part of the surrounding page.
 */
public final class FragmentIds {
    public static final String PREFIX = "user-content-";

    private static final Evaluator LINKS = Selector.evaluatorOf("a[href^=#]");
    private static final Evaluator PARTS = Selector.evaluatorOf("[id], a[name]");
    public static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private static final int MAX_LENGTH = 200;

    private final Set<String> linked = new HashSet<>();
    private final Set<String> there = new HashSet<>();

    private FragmentIds() {}

    public static FragmentIds in(Element body) {
        FragmentIds ids = new FragmentIds();
        for (Element link : body.select(LINKS)) {
            String name = link.attr("href").substring(1).strip();
            ids.linked.add(name);
            ids.linked.add(PercentCoding.decodeLink(name));
        }
        for (Element part : body.select(PARTS)) {
            ids.there.add(written(part));
        }
        return ids;
    }

    /** Returns the id in the output; idempotent. */
    static String of(String name) {
        return name.startsWith(PREFIX) ? name : PREFIX + name;
    }

    /** Returns the id of an element in the output; null if no link needs it. */
    @Nullable
    public String idOf(Element element) {
        String name = written(element);
        boolean wanted = linked.contains(name) || name.startsWith(PREFIX) || HEADINGS.contains(element.normalName());
        boolean usable =
                !name.isEmpty() && name.length() <= MAX_LENGTH && name.chars().noneMatch(Character::isWhitespace);
        return wanted && usable ? of(XmlText.clean(name)) : null;
    }

    /** Returns whether a link targets a missing part. */
    public boolean isDead(String href) {
        String name = href.strip().startsWith("#") ? href.strip().substring(1) : "";
        return !name.isEmpty() && !there.contains(name) && !there.contains(PercentCoding.decodeLink(name));
    }

    private static String written(Element element) {
        String id = element.attr("id");
        return id.isEmpty() && element.nameIs("a") ? element.attr("name") : id;
    }
}
