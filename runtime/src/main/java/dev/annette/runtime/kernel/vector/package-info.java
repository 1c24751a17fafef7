/**
 * The kernels written with {@code jdk.incubator.vector}: the only package that names that module.
 *
 * <p>Its classes are loaded only where the module is present, and equal the scalar kernels bit for
 * bit. No vector crosses a call: methods take arrays and numbers, and species are constants.
 */
package dev.annette.runtime.kernel.vector;
