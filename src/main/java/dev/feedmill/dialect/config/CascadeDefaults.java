package dev.feedmill.dialect.config;

import dev.feedmill.filter.Glob;
import dev.feedmill.filter.GlobSyntax;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hugo's {@code cascade}: values that a section, or the whole site, gives to the pages below it
 * (gohugo.io/content-management/front-matter/#cascade).
 */
public final class CascadeDefaults implements FrontMatterDefaults {
    private static final Set<String> TARGETS = Set.of("_target", "target");

    private final Map<String, List<Rule>> sections;
    private final List<Rule> whole;
    private final Function<String, Place> places;

    /**
     * The location of a page.
     *
     * @param content the content folder that contains it
     * @param path below that folder, without language
     * @param language empty for that of the site
     */
    public record Place(String content, String path, String language) {
        String folder() {
            int slash = path.lastIndexOf('/');
            return slash < 0 ? "" : path.substring(0, slash);
        }

        /** Returns Hugo's logical path: without ending, a bundle by its folder. */
        String logical() {
            String stem = path.replaceFirst("\\.[^./]+$", "").replaceFirst("(^|/)index$", "");
            return "/" + stem;
        }
    }

    private record Rule(List<Target> targets, Mapping values) {
        boolean isFor(Place place) {
            return targets.stream().allMatch(target -> target.matches(place));
        }
    }

    /**
     * A condition on pages.
     *
     * @param below the glob of paths that begin with a slash
     */
    private record Target(String key, Glob glob, Glob below) {
        static Target of(String key, String written) {
            String glob = key.equals("path") ? written.toLowerCase(Locale.ROOT) : written;
            return new Target(key, Glob.orAll(glob, GlobSyntax.SHELL), Glob.orAll("/" + glob, GlobSyntax.SHELL));
        }

        boolean matches(Place place) {
            return switch (key) {
                case "path" -> {
                    String logical = place.logical().toLowerCase(Locale.ROOT);
                    yield glob.matches(("/" + place.path()).toLowerCase(Locale.ROOT))
                            || glob.matches(logical)
                            || below.matches(logical);
                }
                case "kind" -> glob.matches("page");
                case "lang", "sites.matrix.languages" -> glob.matches(place.language());
                case "environment" -> glob.matches("production");
                default -> true;
            };
        }
    }

    private CascadeDefaults(Map<String, List<Rule>> sections, List<Rule> whole, Function<String, Place> places) {
        this.sections = sections;
        this.whole = whole;
        this.places = places;
    }

    /**
     * Reads the cascades of a site.
     *
     * @param configured of the whole site, in order of precedence
     * @param indexes paths of the pages of sections
     * @param places returns the location of the page at a path
     */
    public static FrontMatterDefaults of(
            SiteFolder site, List<Node> configured, List<String> indexes, Function<String, Place> places) {
        List<Rule> whole = new ArrayList<>();
        configured.forEach(node -> whole.addAll(rules(node)));
        Map<String, List<Rule>> sections = new LinkedHashMap<>();
        for (String index : indexes) {
            List<Rule> rules = new ArrayList<>();
            site.header(index).inAnyCase("cascade").forEach(node -> rules.addAll(rules(node)));
            if (!rules.isEmpty()) {
                Place place = places.apply(index);
                sections.put(key(place, place.folder()), rules);
            }
        }
        return whole.isEmpty() && sections.isEmpty()
                ? NONE
                : new CascadeDefaults(Map.copyOf(sections), List.copyOf(whole), places);
    }

    private static String key(Place place, String folder) {
        return place.content() + "\n" + place.language() + "\n" + folder;
    }

    private static List<Rule> rules(@Nullable Node cascade) {
        List<Rule> rules = new ArrayList<>();
        List<Node> all =
                cascade instanceof Sequence items ? items.items() : cascade == null ? List.of() : List.of(cascade);
        for (Node each : all) {
            if (each instanceof Mapping fields) {
                Map<String, Node> values = new LinkedHashMap<>(fields.values());
                Map<String, String> target = new LinkedHashMap<>();
                for (String key : fields.keys()) {
                    if (TARGETS.contains(key.toLowerCase(Locale.ROOT))
                            && values.remove(key) instanceof Mapping matcher) {
                        Config.of("", matcher)
                                .values()
                                .forEach((name, text) -> target.put(name.toLowerCase(Locale.ROOT), text));
                    }
                }
                List<Target> targets = new ArrayList<>();
                target.forEach((name, glob) -> targets.add(Target.of(name, glob)));
                rules.add(new Rule(List.copyOf(targets), new Mapping(values, Map.of(), fields.line())));
            }
        }
        return rules;
    }

    @Override
    public Mapping withDefaults(String path, Mapping own) {
        Place place = places.apply(path);
        Mapping whole = own;
        for (String folder = place.folder(); ; folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')))) {
            whole = with(whole, sections.getOrDefault(key(place, folder), List.of()), place);
            if (folder.isEmpty()) {
                return with(whole, this.whole, place);
            }
        }
    }

    private static Mapping with(Mapping own, List<Rule> rules, Place place) {
        Mapping whole = own;
        for (Rule rule : rules) {
            whole = rule.isFor(place) ? MergeRule.OWN_FIRST.merged(whole, rule.values()) : whole;
        }
        return whole;
    }
}
