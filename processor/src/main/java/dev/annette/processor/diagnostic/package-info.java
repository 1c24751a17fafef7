/**
 * What the compiler tells its user: kinds of problems with stable keys, and the list of those
 * found. It knows nothing of networks; where a problem stands is an opaque {@link Origin}.
 */
package dev.annette.processor.diagnostic;
