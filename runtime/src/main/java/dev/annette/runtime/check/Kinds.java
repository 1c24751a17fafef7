package dev.annette.runtime.check;

import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModifierDescription;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The kinds of layers and modifiers that can be interpreted, by name. */
final class Kinds {
  private static final SortedMap<String, CheckLayer> LAYERS =
      found(CheckLayer.class, CheckLayer::kind);
  private static final SortedMap<String, CheckModifier> MODIFIERS =
      found(CheckModifier.class, CheckModifier::kind);

  private Kinds() {}

  /** Returns the mathematics of a layer. */
  static CheckLayer layer(LayerDescription layer) {
    return require(LAYERS, layer.kind(), "layer");
  }

  /** Returns the mathematics of a modifier. */
  static CheckModifier modifier(ModifierDescription modifier) {
    return require(MODIFIERS, modifier.kind(), "modifier");
  }

  private static <K> K require(SortedMap<String, K> kinds, String name, String what) {
    K kind = kinds.get(name);
    if (kind == null) {
      throw new IllegalArgumentException(
          "No %s of kind %s can be interpreted. Kinds here: %s"
              .formatted(what, name, String.join(", ", kinds.keySet())));
    }
    return kind;
  }

  private static <K> SortedMap<String, K> found(Class<K> service, Function<K, String> name) {
    SortedMap<String, K> kinds = new TreeMap<>();
    for (K kind : ServiceLoader.load(service, Kinds.class.getClassLoader())) {
      K other = kinds.put(name.apply(kind), kind);
      if (other != null) {
        throw new IllegalStateException(
            "%s and %s both interpret the kind %s"
                .formatted(
                    other.getClass().getName(), kind.getClass().getName(), name.apply(kind)));
      }
    }
    return kinds;
  }
}
