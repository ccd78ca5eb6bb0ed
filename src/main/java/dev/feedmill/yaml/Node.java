package dev.feedmill.yaml;

/** A value as written, with its line. */
public sealed interface Node permits Scalar, Sequence, Mapping {
    /** Returns its first line in the file, counted from 1. */
    int line();
}
