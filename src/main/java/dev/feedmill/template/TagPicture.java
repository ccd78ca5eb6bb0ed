package dev.feedmill.template;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a picture or player tag of a generator stands for. */
final class TagPicture {
    private static final Pattern NAMED = Pattern.compile("(?<!\\w)(\\w++)\\s*+=\\s*+\"([^\"]*+)\"");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Pattern ID = Pattern.compile("[\\w-]{4,40}");
    private static final Map<String, String> PLAYERS = Map.of(
            "youtube", "https://www.youtube.com/watch?v=",
            "vimeo", "https://vimeo.com/",
            "bilibili", "https://www.bilibili.com/video/",
            "gist", "https://gist.github.com/");

    private TagPicture() {}

    /** The picture with its caption; nothing where no address is named. */
    static String html(String arguments) {
        String source = null;
        String caption = "";
        Matcher named = NAMED.matcher(arguments);
        while (named.find()) {
            switch (named.group(1)) {
                case "src", "link" -> source = source == null ? named.group(2) : source;
                case "caption", "alt", "title" -> caption = named.group(2);
                default -> {}
            }
        }
        Matcher word = WORD.matcher(arguments);
        while (source == null && word.find()) {
            String candidate =
                    word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3);
            if (candidate != null && (candidate.indexOf('/') >= 0 || candidate.indexOf('.') > 0)) {
                source = candidate;
            }
        }
        if (source == null) {
            return "";
        }
        return "<img src=\"" + attribute(source) + "\" alt=\"" + attribute(caption) + "\">";
    }

    /** A link to what a player of a known site would play; nothing for other tags. */
    static String player(String name, String arguments) {
        String site = PLAYERS.get(name);
        Matcher id = WORD.matcher(arguments);
        if (site == null || !id.find()) {
            return "";
        }
        String word = id.group().replaceAll("^[\"']|[\"']$", "").replaceFirst("^\\w+=\"?", "");
        return ID.matcher(word).matches() || (name.equals("gist") && word.matches("[\\w/-]{4,80}"))
                ? "<a href=\"" + site + word + "\">" + site + word + "</a>"
                : "";
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
