/**
 * How sure a network is of what it predicts: many predictions with the noise of training, and what
 * they have in common. Knows rows, descriptions and threads; must not know training.
 */
package dev.annette.runtime.uncertainty;
