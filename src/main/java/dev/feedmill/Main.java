package dev.feedmill;

/** The program: reads the arguments and ends with an exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
