/**
 * What ails a run, by rules over its epochs. Knows epochs and descriptions of networks; must not
 * know training.
 */
package dev.annette.runtime.diagnosis;
