/**
 * What a model goes by: how much worse it does without the information of a feature. Knows models,
 * rows and metrics; must not know how models are trained.
 */
package dev.annette.runtime.importance;
