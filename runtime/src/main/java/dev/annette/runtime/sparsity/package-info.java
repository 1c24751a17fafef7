/**
 * Which weights of a model are exactly 0, and what that makes superfluous. Knows models; must not
 * know how they were trained.
 */
package dev.annette.runtime.sparsity;
