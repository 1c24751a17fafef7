/**
 * The language of Annette: annotations that declare a neural network on the fields of a plain
 * class.
 *
 * <p>A field of type {@link dev.annette.Layer} is a layer; the order of the fields is the order of
 * the layers. The annotation processor reads these declarations while {@code javac} runs and writes
 * a trainer and a model beside the class. The enums here also hold, in double precision, the
 * mathematics that their constants stand for; float kernels are measured against them.
 */
package dev.annette;
