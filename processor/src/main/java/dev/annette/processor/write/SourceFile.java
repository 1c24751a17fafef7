package dev.annette.processor.write;

/**
 * A generated source file.
 *
 * @param qualifiedName the class in it
 * @param text ASCII, lines ending in {@code \n}
 */
public record SourceFile(String qualifiedName, String text) {}
