/** Whether a tumour is malignant, and how probably, from measurements of its cells. */
package dev.annette.examples.wisconsin;
