package dev.feedmill.dialect;

/** Articles that belong to no generator, or to one that nothing in the folder names. */
final class Plain implements Dialect {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        return false;
    }

    @Override
    public NameRules names() {
        return NameRules.PATHS;
    }
}
