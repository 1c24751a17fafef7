/**
 * What a network is, as plain data: its description, the tensors of a trained one, and where they
 * came from.
 *
 * <p>Knows the annotations' vocabulary ({@code dev.annette}) and nothing else: no arithmetic, no
 * training, no files.
 */
package dev.annette.runtime.model;
