/**
 * Rows from CSV files. The only package that knows FastCSV ({@code de.siegmar:fastcsv}), an
 * optional dependency. Knows columns, labels and texts; knows nothing of networks.
 */
package dev.annette.runtime.data.csv;
