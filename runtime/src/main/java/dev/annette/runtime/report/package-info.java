/**
 * A run and its model as one HTML file to look at: no scripts, nothing from the network.
 *
 * <p>A {@code Report} is a list of sections, one class each; charts are SVG.
 */
package dev.annette.runtime.report;
