/**
 * Prints programs as Java. The only package that knows JavaPoet; it knows no particular layer kind
 * or operation, only calls as data.
 */
package dev.annette.processor.write;
