/**
 * The sets that learned parameters are kept in: one class each, found by nothing but its
 * constructor, which generated code calls. Knows the parameters' interface in {@code train}; {@code
 * train} does not know this package.
 */
package dev.annette.runtime.train.constraint;
