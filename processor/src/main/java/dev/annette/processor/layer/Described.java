package dev.annette.processor.layer;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what a declaration says, for descriptions and model files. */
final class Described {
  private final SortedMap<String, Object> attributes = new TreeMap<>();

  /** Adds a number or a flag. */
  Described with(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  /** Adds a constant by its name in lower case. */
  Described with(String name, Enum<?> constant) {
    attributes.put(name, constant.name().toLowerCase(Locale.ROOT));
    return this;
  }

  /** Returns what was added, by name. */
  SortedMap<String, Object> map() {
    return Collections.unmodifiableSortedMap(attributes);
  }
}
