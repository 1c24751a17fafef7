/**
 * The ranges that numbers in a declaration must keep, as data: the processor checks annotations
 * with them, and the runtime checks overrides with the same rules and the same words.
 */
package dev.annette.rule;
