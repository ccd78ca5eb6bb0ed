package dev.feedmill.markdown;

import java.util.Locale;

/** How a generator derives the id of a heading from its text. */
public enum HeadingIds {
    /** No ids. */
    NONE {
        @Override
        String of(String words) {
            return "";
        }
    },
    /**
     * Letters, digits, {@code _} and {@code -}; a hyphen for each space: GitHub, Hugo, Docusaurus, Astro, kramdown in
     * Jekyll.
     */
    GITHUB {
        @Override
        String of(String words) {
            StringBuilder id = new StringBuilder(words.length());
            words.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
                if (c == ' ' || c == '\t') {
                    id.append('-');
                } else if (c == '-' || c == '_' || isWord(c)) {
                    id.appendCodePoint(c);
                }
            });
            return id.toString();
        }
    },
    /** The text as written, with a hyphen for every run of spaces and punctuation: Hexo. */
    HEXO {
        @Override
        String of(String words) {
            return hyphened(words, "~`!@#$%^&*()-_+=[]{}|\\;:\"'<>,.?/");
        }
    },
    /** As {@link #HEXO}, in lower case. */
    HEXO_SMALL {
        @Override
        String of(String words) {
            return HEXO.of(words).toLowerCase(Locale.ROOT);
        }
    },
    /** As {@link #HEXO}, in upper case. */
    HEXO_CAPITAL {
        @Override
        String of(String words) {
            return HEXO.of(words).toUpperCase(Locale.ROOT);
        }
    },
    /** As {@link #GITHUB}, with ASCII letters only. */
    GITHUB_ASCII {
        @Override
        String of(String words) {
            return GITHUB.of(WordForms.withoutAccents(words).replaceAll("[^\\x00-\\x7f]", ""));
        }
    },
    /** Lower case without accents, with a hyphen for every run of spaces and punctuation: VitePress. */
    VITEPRESS {
        @Override
        String of(String words) {
            String id = hyphened(
                    WordForms.withoutAccents(words), "~`!@#$%^&*()-_+=[]{}|\\;:\"'\u201c\u201d\u2018\u2019<>,.?/");
            return (!id.isEmpty() && Character.isDigit(id.charAt(0)) ? "_" + id : id).toLowerCase(Locale.ROOT);
        }
    },
    /** URL-encoded as in markdown-it-anchor: lower case and a hyphen for every run of spaces. */
    MARKDOWN_IT {
        @Override
        String of(String words) {
            return words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
        }
    },
    /** ASCII letters, digits, {@code _} and one hyphen for every run of spaces and hyphens: Python-Markdown. */
    PYTHON {
        @Override
        String of(String words) {
            String plain = WordForms.withoutAccents(words).replaceAll("[^\\x00-\\x7f]", "");
            return plain.replaceAll("[^\\w\\s-]", "")
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[-\\s]+", "-");
        }
    };

    /** Returns the id without any number after it; empty for none. */
    abstract String of(String words);

    /** Appends a number to a duplicate id. */
    String numbered(String id, int number) {
        return id + (this == PYTHON ? "_" : "-") + number;
    }

    private static boolean isWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.LETTER_NUMBER
                || type == Character.CONNECTOR_PUNCTUATION;
    }

    private static String hyphened(String words, String signs) {
        StringBuilder id = new StringBuilder(words.length());
        boolean gap = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || signs.indexOf(c) >= 0) {
                gap = !id.isEmpty();
            } else {
                id.append(gap ? "-" : "").append(c);
                gap = false;
            }
        }
        return id.toString();
    }
}
