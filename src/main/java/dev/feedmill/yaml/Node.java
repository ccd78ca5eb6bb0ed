package dev.feedmill.yaml;

/** A value as somebody wrote it, with its place. */
public sealed interface Node permits Text, Items, Fields {
    /** Where it begins: line of the file, counted from 1. */
    int line();
}
