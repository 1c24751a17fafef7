package dev.annette.processor.layer;

import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what a declaration says, for descriptions and model files. */
public final class Described {
  private final SortedMap<String, Object> attributes = new TreeMap<>();

  /** Adds a number or a flag. */
  public Described with(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  /** Adds a constant by its name in lower case. */
  public Described with(String name, Enum<?> constant) {
    attributes.put(name, constant.name().toLowerCase(Locale.ROOT));
    return this;
  }

  /** Returns what was added, by name. */
  public SortedMap<String, Object> map() {
    return Collections.unmodifiableSortedMap(attributes);
  }
}
