/** Declarations drawn by chance, and what the processor may answer to them. */
package dev.annette.processor.fuzz;
