/**
 * Differentiable operations, one file each: forward and backward as calls of kernels, and what the
 * backward pass needs kept. They know the intermediate representation only; no pass or writer knows
 * a particular operation.
 */
package dev.annette.processor.op;
