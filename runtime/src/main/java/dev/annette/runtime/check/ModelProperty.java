package dev.annette.runtime.check;

import dev.annette.runtime.check.AnnetteModelCheck.Line;

/**
 * Something that must hold of every network.
 *
 * @param name what must hold
 * @param measure tries it
 */
record ModelProperty(String name, Measure measure) {
  /** Tries a property. */
  interface Measure {
    /**
     * Returns what was measured.
     *
     * @throws AssertionError saying in which way the property does not hold
     * @throws Exception that the network throws, which also means that it does not hold
     */
    String of(ModelTrial trial) throws Exception;
  }

  /** Returns what came out of a trial. */
  Line tried(ModelTrial trial) {
    try {
      return new Line(name, true, measure.of(trial));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Line(name, false, "interrupted");
    } catch (AssertionError failure) {
      return new Line(name, false, failure.getMessage());
    } catch (Exception thrown) {
      return new Line(name, false, "thrown: " + thrown);
    }
  }
}
