/**
 * Warnings about declarations that compile but rarely mean what they say. A {@link
 * dev.annette.processor.pass.lint.Lint} is one file and one constant of {@code Problem}; it asks
 * what a layer and its modifiers say of themselves, not which classes they are.
 */
package dev.annette.processor.pass.lint;
