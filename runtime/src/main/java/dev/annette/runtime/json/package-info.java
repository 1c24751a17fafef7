/**
 * Model files: JSON in, JSON out. The only package that knows Jackson: the streaming parser and
 * generator, and in {@link AnnetteModule} the mappers of users. Knows what a model consists of
 * ({@code model}), nothing of how it is trained.
 */
package dev.annette.runtime.json;
