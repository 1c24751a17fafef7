/** How far diabetes will have progressed after a year: a number, answered in its own unit. */
package dev.annette.examples.diabetes;
