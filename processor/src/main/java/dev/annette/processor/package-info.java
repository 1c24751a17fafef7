/**
 * The javac plug-in. {@link dev.annette.processor.NetworkCompiler} shows every stage from an
 * annotated class to Java sources; start reading there.
 */
package dev.annette.processor;
