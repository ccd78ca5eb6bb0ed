package dev.feedmill.markdown.inline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;

/** The attributes that an author gives an element: {@code #id .class key="value"}. */
public final class AttributeList extends CustomNode {
    private static final Pattern PAIR =
            Pattern.compile("([\\w-]{1,60})\\s{0,9}=\\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,40}");

    private final String list;

    AttributeList(String list) {
        this.list = list;
    }

    public String list() {
        return list;
    }

    /**
     * Returns whether the text in braces is such a list.
     *
     * @param names whether a name without a value is an attribute
     */
    public static boolean isList(String inside, boolean names) {
        String rest = PAIR.matcher(inside).replaceAll(" = ").strip();
        if (rest.isEmpty() || rest.startsWith("{")) {
            return false;
        }
        for (String word : rest.split("\\s+", -1)) {
            boolean marked = word.length() > 1 && (word.charAt(0) == '.' || word.charAt(0) == '#');
            if (!marked && !word.equals("=") && !(names && NAME.matcher(word).matches())) {
                return false;
            }
        }
        return true;
    }

    /** Parses a list; omits classes, because no style uses them. */
    public static Map<String, String> of(String list) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(list);
        StringBuilder rest = new StringBuilder();
        while (pair.find()) {
            String value =
                    pair.group(2) != null ? pair.group(2) : pair.group(3) != null ? pair.group(3) : pair.group(4);
            attributes.put(pair.group(1), value);
            pair.appendReplacement(rest, " ");
        }
        pair.appendTail(rest);
        for (String word : rest.toString().split("\\s+", -1)) {
            if (word.startsWith("#") && word.length() > 1) {
                attributes.put("id", word.substring(1));
            }
        }
        return attributes;
    }
}
