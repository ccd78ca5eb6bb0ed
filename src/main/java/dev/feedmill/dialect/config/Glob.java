package dev.feedmill.dialect.config;

/**
 * A pattern of paths: {@code *} and {@code ?} stand for characters of one name, {@code **} for any names, {@code {a,b}} for
 * one of several.
 */
public final class Glob {
    private final String must;
    private final GlobSteps steps;

    private Glob(String must, GlobSteps steps) {
        this.must = must;
        this.steps = steps;
    }

    /** Of whole paths; a brace that none closes stands for itself. */
    public static Glob of(String glob) {
        return new Glob(literal(glob), GlobSteps.of(glob));
    }

    /**
     * Of paths below a folder: a glob with a slash only at its end is for all that lies below such a folder, one without a
     * slash for names at any depth; a slash at its beginning ties it to the folder itself.
     */
    static Glob below(String glob) {
        String rooted = glob.startsWith("/") ? glob.substring(1) : glob;
        int slash = rooted.indexOf('/');
        boolean anywhere = !glob.startsWith("/") && (slash < 0 || slash == rooted.length() - 1);
        String whole = (anywhere ? "**/" : "") + rooted + (rooted.endsWith("/") ? "**" : "");
        return new Glob(literal(rooted), GlobSteps.of(whole));
    }

    boolean matches(String path) {
        // Every file of a folder is asked for at every look: mostly the letters that it must hold are not in it.
        return path.contains(must) && steps.matches(path);
    }

    /** The longest piece that stands in every path that matches. */
    private static String literal(String glob) {
        String longest = "";
        int open = 0;
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i <= glob.length(); i++) {
            char c = i < glob.length() ? glob.charAt(i) : '*';
            if (open == 0 && "*?{".indexOf(c) < 0) {
                piece.append(c);
            } else {
                // "**/" may stand for no name at all.
                longest = piece.length() > longest.length() ? piece.toString() : longest;
                piece.setLength(0);
                i += glob.startsWith("**/", i) ? 2 : 0;
            }
            open += c == '{' ? 1 : c == '}' && open > 0 ? -1 : 0;
        }
        return longest;
    }

    /** Whether every brace that opens is closed. */
    static boolean closes(String glob) {
        int open = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            open += c == '{' ? 1 : c == '}' && open > 0 ? -1 : 0;
        }
        return open == 0;
    }
}
