/**
 * From the compiler's mirrors of annotated classes to declarations. Besides the processor's root,
 * this is the only package that knows {@code javax.lang.model}.
 */
package dev.annette.processor.read;
