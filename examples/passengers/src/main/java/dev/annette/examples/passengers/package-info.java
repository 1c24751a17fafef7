/**
 * Columns of every type with missing values: who of invented passengers survives, and how surely.
 */
package dev.annette.examples.passengers;
