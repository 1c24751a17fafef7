/**
 * The kinds of layers and modifiers, one file each, found by service loading: how an annotation's
 * values become a specification, and how the specification is lowered to operations. They read
 * annotations through {@link dev.annette.processor.layer.Attributes} and never see the compiler.
 */
package dev.annette.processor.layer;
