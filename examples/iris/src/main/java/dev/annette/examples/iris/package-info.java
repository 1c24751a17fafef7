/** The species of an iris from four measurements: rows are a record, answers are an enum. */
package dev.annette.examples.iris;
