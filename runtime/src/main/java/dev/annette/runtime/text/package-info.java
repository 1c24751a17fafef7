/** Text for people to read on a terminal. Knows nothing but texts. */
package dev.annette.runtime.text;
