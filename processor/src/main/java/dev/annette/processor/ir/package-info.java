/**
 * The intermediate representation: small immutable records that say what a network computes, and
 * the contracts that layer kinds ({@link LayerSpec}, {@link ModifierSpec}) and operations ({@link
 * Op}) keep. It knows neither the annotations' syntax nor how Java is printed.
 */
package dev.annette.processor.ir;
