/**
 * Model files: JSON in, JSON out. The only package that knows Jackson, and of it the streaming
 * parser and generator alone. Knows what a model consists of ({@code model}), nothing of how it is
 * trained.
 */
package dev.annette.runtime.json;
