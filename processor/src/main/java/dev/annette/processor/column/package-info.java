/**
 * What the compiler knows about the annotations of columns of typed rows, one file each. A new kind
 * is an annotation, a {@link dev.annette.processor.column.ColumnKind} found by service loading, and
 * an encoder in the runtime.
 */
package dev.annette.processor.column;
