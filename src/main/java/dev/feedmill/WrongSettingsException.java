package dev.feedmill;

/** The settings are wrong; all their problems have been printed. */
final class WrongSettingsException extends Exception {
    private static final long serialVersionUID = 1L;
}
