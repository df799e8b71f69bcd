package edu.stanford.stub;

/** Stands for a library in the classes that are wrong on purpose. */
public final class Parser {}
