/**
 * The threads of a training step. Knows parts of a task and the scratch arrays of a thread; must
 * not know what the parts compute. Which thread runs a part is open, so a part's result may depend
 * on its number only.
 */
package dev.annette.runtime.parallel;
