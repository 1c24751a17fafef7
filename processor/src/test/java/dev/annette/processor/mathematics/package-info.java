/**
 * Whether generated networks compute what their annotations say: outputs, losses, gradients,
 * penalties and whole runs against PyTorch, scikit-learn and double precision, for every
 * combination of what can be declared, with both kinds of kernels. How the generated code looks is
 * of no concern here.
 */
package dev.annette.processor.mathematics;
