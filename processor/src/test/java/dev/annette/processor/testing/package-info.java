/**
 * What tests of the processor share: compiling sources given as text, with javac, with ecj and with
 * a second JDK, and running what was generated. It asserts nothing itself.
 */
package dev.annette.processor.testing;
