/**
 * What a user writes in place of the library's own: a loss, a penalty. Plain functions in double
 * precision, which know nothing of networks; how each is computed with a derivative, and what a
 * gradient check says of it, is the library's part.
 */
package dev.annette.runtime.custom;
