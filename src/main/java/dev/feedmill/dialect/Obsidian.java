package dev.feedmill.dialect;

/** A vault of Obsidian (help.obsidian.md), whose notes have no addresses. */
final class Obsidian implements Dialect {
    @Override
    public String name() {
        return "obsidian";
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        return folder.hasFolder(".obsidian");
    }
}
