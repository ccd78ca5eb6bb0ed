package dev.feedmill.library;

import dev.feedmill.library.sql.Database;
import dev.feedmill.library.write.CategoryRules;

/** The lookups that depend on the rules of a library, with these; replaced as one when other rules are followed. */
record RuledLookups(LibraryRules rules, ArticleLookup articles, Terms terms) {
    static RuledLookups of(Database database, LibraryRules rules, CategoryRules categories) {
        return new RuledLookups(
                rules, new ArticleLookup(database, rules.window()), new Terms(database, categories, rules.renamings()));
    }
}
