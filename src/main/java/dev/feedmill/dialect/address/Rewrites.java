package dev.feedmill.dialect.address;

import dev.feedmill.filter.BadPatternException;
import dev.feedmill.filter.UserPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Route rewrites of VitePress pages (vitepress.dev/guide/routing#route-rewrites); the first match wins. */
public record Rewrites(List<Rule> rules) {
    /** A parameter: matches one name, several with an asterisk or a plus, or the expression in its parentheses. */
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)(\\([^()]*\\))?([*+]?)");

    record Rule(UserPattern from, List<String> names, String to) {}

    public static Rewrites of(Map<String, String> written) {
        List<Rule> rules = new ArrayList<>();
        written.forEach((from, to) -> {
            Rule rule = rule(from, to);
            if (rule != null) {
                rules.add(rule);
            }
        });
        return new Rewrites(List.copyOf(rules));
    }

    /** Compiles a rule; null if it is longer than any path. */
    private static @Nullable Rule rule(String from, String to) {
        StringBuilder regex = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(from);
        int at = 0;
        while (parameter.find()) {
            regex.append(UserPattern.quoted(from.substring(at, parameter.start())));
            boolean many = !parameter.group(3).isEmpty() || "(.*)".equals(parameter.group(2));
            regex.append(many ? "(.*)" : "([^/]+?)");
            names.add(parameter.group(1));
            at = parameter.end();
        }
        regex.append(UserPattern.quoted(from.substring(at)));
        try {
            return new Rule(UserPattern.read("rewrites", "^(?:" + regex + ")$"), names, to);
        } catch (BadPatternException e) {
            return null;
        }
    }

    /** Returns the path of a file's page. */
    public String path(String file) {
        for (Rule rule : rules) {
            List<String> groups = rule.from().groups(file);
            if (groups != null) {
                return filled(rule, groups);
            }
        }
        return file;
    }

    private static String filled(Rule rule, List<String> groups) {
        StringBuilder path = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(rule.to());
        while (parameter.find()) {
            int number = rule.names().indexOf(parameter.group(1));
            parameter.appendReplacement(
                    path, Matcher.quoteReplacement(number < 0 ? parameter.group() : groups.get(number)));
        }
        return parameter.appendTail(path).toString();
    }
}
