/**
 * The stages between reading and writing, each a function from one description of the network to
 * the next. A pass knows the intermediate representation, and no particular layer kind or operation
 * but those that its own rules name.
 */
package dev.annette.processor.pass;
