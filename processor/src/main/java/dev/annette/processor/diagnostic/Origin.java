package dev.annette.processor.diagnostic;

/** A place in the user's source: a class, a field, an annotation or one value of an annotation. */
public interface Origin {}
