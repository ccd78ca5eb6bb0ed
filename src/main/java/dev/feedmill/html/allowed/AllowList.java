package dev.feedmill.html.allowed;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The allow list of bodies: elements, their attributes, and the rule for each attribute's value.
 *
 * <p>An element that is not listed is removed, but its content stays. {@code name} and most of {@code class} are not
 * allowed: many articles share one page of a feed reader, where they would clash and shadow the page's own variables.
 * {@link FragmentIds} are allowed, as they have their own prefix.
 */
public final class AllowList {
    /** Elements, a colon, and their attributes as {@code name=}{@link ValueRule}. */
    private static final String ELEMENTS = """
            p div h1 h2 h3 h4 h5 h6 hr address :
            article section header footer nav aside summary :
            details : open=FLAG
            blockquote q : cite=WEB
            pre code : class=CODE_LANGUAGE
            ul dl dt dd :
            ol : start=NUMBER reversed=FLAG type=LIST_STYLE
            li : value=NUMBER

            a : href=LINK hreflang=LANGUAGE
            abbr b bdi bdo br cite dfn em i kbd mark s samp small span strong sub sup u var wbr :
            del ins : cite=WEB datetime=TEXT
            time : datetime=TEXT
            data : value=TEXT
            ruby rb rt rtc rp :

            table caption thead tbody tfoot tr :
            colgroup col : span=NUMBER
            td : colspan=NUMBER rowspan=NUMBER align=ALIGNMENT
            th : colspan=NUMBER rowspan=NUMBER align=ALIGNMENT scope=SCOPE

            figure figcaption picture :
            img : src=IMAGE srcset=SRCSET sizes=TEXT alt=TEXT width=LENGTH height=LENGTH
            source : src=MEDIA srcset=SRCSET sizes=TEXT media=TEXT type=TEXT width=LENGTH height=LENGTH
            video : src=MEDIA poster=MEDIA width=LENGTH height=LENGTH loop=FLAG muted=FLAG playsinline=FLAG
            audio : src=MEDIA loop=FLAG muted=FLAG
            track : src=MEDIA kind=TRACK_KIND srclang=LANGUAGE label=TEXT default=FLAG
            """;

    private static final String EVERY_ELEMENT = "title=TEXT lang=LANGUAGE dir=DIRECTION";

    /**
     * Attributes that an element always gets, in place of the author's; HTML has no referrer policy for video, audio
     * and their sources.
     */
    private static final String ENFORCED = """
            img : referrerpolicy=no-referrer
            video audio : controls=
            """;

    /** Elements that are removed with their content, which is not meant to be read as text. */
    private static final Set<String> REMOVED = Set.of("""
            script style template title head noscript noembed noframes iframe frame frameset embed param
            svg math select option optgroup datalist input keygen base basefont meta link area bgsound""".split("\\s+", -1));

    /**
     * Elements with an allowed equivalent, or whose text must be kept apart from its surroundings. A page has one
     * {@code main}, which is not in the body.
     */
    private static final String RENAMED = """
            strike=s acronym=abbr tt=code xmp=pre listing=pre plaintext=pre textarea=pre menu=ul dir=ul center=div
            form=div fieldset=div legend=div hgroup=div search=div marquee=div dialog=div main=div""";

    private static final Map<String, Map<String, ValueRule>> RULES = rules();
    private static final Map<String, Map<String, String>> ALWAYS = table(ENFORCED);
    private static final Map<String, String> NAMES = pairs(RENAMED);

    private AllowList() {}

    /** Returns the element's name in the output; null if only its content stays. */
    public static @Nullable String nameFor(String element) {
        String name = NAMES.getOrDefault(element, element);
        return RULES.containsKey(name) ? name : null;
    }

    public static boolean isRemoved(String element) {
        return REMOVED.contains(element);
    }

    /** Returns the rule for an attribute's value; null if the attribute is not allowed. */
    public static @Nullable ValueRule rule(String element, String attribute) {
        return RULES.getOrDefault(element, Map.of()).get(attribute);
    }

    public static Map<String, String> enforced(String element) {
        return ALWAYS.getOrDefault(element, Map.of());
    }

    private static Map<String, Map<String, ValueRule>> rules() {
        Map<String, Map<String, ValueRule>> rules = new HashMap<>();
        table(ELEMENTS).forEach((element, attributes) -> {
            Map<String, ValueRule> own = new LinkedHashMap<>();
            pairs(EVERY_ELEMENT).forEach((name, rule) -> own.put(name, ValueRule.valueOf(rule)));
            attributes.forEach((name, rule) -> own.put(name, ValueRule.valueOf(rule)));
            rules.put(element, own);
        });
        return rules;
    }

    private static Map<String, Map<String, String>> table(String text) {
        Map<String, Map<String, String>> table = new HashMap<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            for (String element : line.substring(0, colon).strip().split(" ", -1)) {
                table.put(element, pairs(line.substring(colon + 1)));
            }
        });
        return table;
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.strip().split("\\s+", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return pairs;
    }
}
