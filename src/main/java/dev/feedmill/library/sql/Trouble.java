package dev.feedmill.library.sql;

/** Why a database cannot execute a valid statement now. */
public enum Trouble {
    AWAY("the database does not answer"),
    BUSY("the database has too much to do"),
    LOCKED("the database is locked by another program"),
    READ_ONLY("the library must be writable, and the database takes no changes"),
    DISK_FULL("the disk of the library is full"),
    DISK_FAILS("the disk of the library cannot be read or written"),
    FILE_GONE("the file of the library was deleted or replaced under the running server, which must be started anew"),
    MEMORY("the database has too little memory");

    private final String message;

    Trouble(String message) {
        this.message = message;
    }

    public String message() {
        return message;
    }
}
