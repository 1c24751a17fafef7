/** Files that are replaced as a whole. Knows nothing of what they hold. */
package dev.annette.runtime.file;
