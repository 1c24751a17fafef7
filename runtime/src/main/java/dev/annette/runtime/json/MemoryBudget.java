package dev.annette.runtime.json;

import dev.annette.runtime.model.ColumnDescription;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.model.Provenance;
import dev.annette.runtime.model.TensorDescription;
import java.util.HashMap;
import java.util.Map;

/**
 * How much memory a file may fill with what it alone says, and how much of it is taken: an upper
 * bound of what the objects need, counted the same way when reading and when saving.
 */
final class MemoryBudget {
  private static final int OBJECT = 128; // a record with its arrays and its place in a list
  private static final int TEXT = 64;
  private static final int ENTRY = 96; // of a map, with a number as its value
  private static final int NEW_NAME = 160; // a text, and its entries in two sets of names
  private static final int NUMBER = 32; // in a list

  private final long limit; // bytes
  private long taken; // bytes
  private final Map<String, String> names = new HashMap<>();

  private MemoryBudget(long limit) {
    this.limit = limit;
  }

  /** Returns a budget of so many bytes. */
  static MemoryBudget of(long bytes) {
    return new MemoryBudget(bytes);
  }

  /** Returns a budget for files whose parts set their own. */
  static MemoryBudget unused() {
    return new MemoryBudget(ModelLimits.HEADER_MEMORY);
  }

  /** Returns the limit in bytes. */
  long limit() {
    return limit;
  }

  /** Returns how many bytes are taken. */
  long taken() {
    return taken;
  }

  /** Returns whether more is taken than there is. */
  boolean isExceeded() {
    return taken > limit;
  }

  /** Counts an object with fixed fields. */
  void addObject() {
    taken += OBJECT;
  }

  /** Counts a text. */
  void addText(String text) {
    taken += TEXT + 2L * text.length();
  }

  /** Counts a number in a list. */
  void addNumber() {
    taken += NUMBER;
  }

  /**
   * Counts the entry of a map.
   *
   * @return its name, the same object for the same name
   */
  String addName(String name) {
    String known = names.putIfAbsent(name, name);
    taken += known == null ? ENTRY + NEW_NAME + 2L * name.length() : ENTRY;
    return known == null ? name : known;
  }

  /** Counts what a network is made of. */
  MemoryBudget add(NetworkDescription network) {
    addObject();
    network.columns().forEach(this::add);
    network.layers().forEach(this::add);
    return this;
  }

  private void add(ColumnDescription column) {
    addObject();
    addText(column.name());
    addText(column.kind());
    addAttributes(column.attributes());
    column.categories().forEach(this::addText);
  }

  private void add(LayerDescription layer) {
    addObject();
    addText(layer.name());
    addText(layer.kind());
    addAttributes(layer.attributes());
    for (ModifierDescription modifier : layer.modifiers()) {
      addObject();
      addText(modifier.kind());
      addAttributes(modifier.attributes());
    }
    for (TensorDescription tensor : layer.tensors()) {
      addObject();
      addText(tensor.name());
      addText(tensor.role().name());
      tensor.shape().forEach(dimension -> addNumber());
    }
  }

  private void addAttributes(Map<String, Object> attributes) {
    attributes.forEach(
        (name, value) -> {
          addName(name);
          addText(value.toString());
        });
  }

  /** Counts how the numbers came about. */
  MemoryBudget add(Provenance provenance) {
    addObject();
    addText(provenance.optimizer());
    provenance
        .options()
        .forEach(
            (name, text) -> {
              addName(name);
              addText(text);
            });
    for (PenaltyRecord penalty : provenance.penalties()) {
      addObject();
      addText(penalty.parameter());
      addText(penalty.kind());
      addText(penalty.scaling());
    }
    for (EpochRecord epoch : provenance.history()) {
      addObject();
      epoch.penalties().keySet().forEach(this::addName);
      epoch.metrics().keySet().forEach(this::addName);
    }
    return this;
  }
}
