/**
 * A command line for tables: it writes a row type and a network as Java source, compiles them in
 * the same process, trains, evaluates and predicts; and it describes and compares model files.
 */
package dev.annette.examples.cli;
