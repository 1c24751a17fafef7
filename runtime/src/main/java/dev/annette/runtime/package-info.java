/** What a program that uses Annette asks of the library as a whole: its version and environment. */
package dev.annette.runtime;
