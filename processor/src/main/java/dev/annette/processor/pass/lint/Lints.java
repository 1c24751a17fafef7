package dev.annette.processor.pass.lint;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.pass.ShapedNetwork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** All warnings about declarations. */
public final class Lints {
  private static final List<Lint> ALL = load();

  private Lints() {}

  /** Reports every warning that is not allowed, layer by layer, up to the output. */
  public static void check(ShapedNetwork network, Diagnostics problems) {
    List<LayerDeclaration> layers = network.declaration().layers();
    for (int i = 0; i <= layers.indexOf(network.declaration().output()); i++) {
      for (Lint lint : ALL) {
        lint.look(new LayerView(network, i, lint.problem(), problems));
      }
    }
  }

  /** Returns the lints in the order of their kinds. */
  static List<Lint> load() {
    List<Lint> lints = new ArrayList<>();
    ServiceLoader.load(Lint.class, Lints.class.getClassLoader()).forEach(lints::add);
    lints.sort(Comparator.comparing(Lint::problem));
    return List.copyOf(lints);
  }
}
