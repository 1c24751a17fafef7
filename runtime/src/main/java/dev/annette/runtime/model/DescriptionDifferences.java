package dev.annette.runtime.model;

import dev.annette.runtime.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every difference between the description of a class and one found in a file, in words. */
final class DescriptionDifferences {
  private final boolean comparesModifiers;
  private final String here;
  private final String there;
  private final List<String> found = new ArrayList<>();

  /**
   * Creates a comparison.
   *
   * @param here where the first description is, in words: {@code in the class}
   * @param there where the second is
   */
  DescriptionDifferences(boolean comparesModifiers, String here, String there) {
    this.comparesModifiers = comparesModifiers;
    this.here = here;
    this.there = there;
  }

  /** Returns the differences, outermost first. */
  List<String> of(NetworkDescription expected, NetworkDescription saved) {
    compare("network", expected.network(), saved.network());
    compare("input", expected.input(), saved.input());
    compare("outputs", expected.outputs(), saved.outputs());
    compare("loss", expected.loss(), saved.loss());
    compare("delta", expected.delta(), saved.delta());
    compare("customLoss", name(expected.customLoss()), name(saved.customLoss()));
    compareColumns(expected.columns(), saved.columns());
    compare("number of layers", expected.layers().size(), saved.layers().size());
    int common = Math.min(expected.layers().size(), saved.layers().size());
    for (int i = 0; i < common; i++) {
      LayerDescription layer = expected.layers().get(i);
      compareLayers("layers[" + i + "] " + layer.name() + ": ", layer, saved.layers().get(i));
    }
    return List.copyOf(found);
  }

  private void compareColumns(List<ColumnDescription> expected, List<ColumnDescription> saved) {
    List<String> names = expected.stream().map(ColumnDescription::name).toList();
    List<String> savedNames = saved.stream().map(ColumnDescription::name).toList();
    if (!names.equals(savedNames)) {
      compare("columns", names, savedNames);
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      ColumnDescription column = expected.get(i);
      String where = "column " + column.name() + ": ";
      compare(where + "kind", column.kind(), saved.get(i).kind());
      compareAttributes(where, column.attributes(), saved.get(i).attributes());
      compare(where + "categories", column.categories(), saved.get(i).categories());
    }
  }

  private void compareLayers(String where, LayerDescription expected, LayerDescription saved) {
    compare(where + "name", expected.name(), saved.name());
    compare(where + "kind", expected.kind(), saved.kind());
    compareAttributes(where, expected.attributes(), saved.attributes());
    if (comparesModifiers) {
      compareModifiers(where, expected.modifiers(), saved.modifiers());
    }
    compareTensors(where, expected.tensors(), saved.tensors());
  }

  private void compareModifiers(
      String where, List<ModifierDescription> expected, List<ModifierDescription> saved) {
    List<String> kinds = expected.stream().map(ModifierDescription::kind).toList();
    List<String> savedKinds = saved.stream().map(ModifierDescription::kind).toList();
    if (!kinds.equals(savedKinds)) {
      compare(where + "modifiers", kinds, savedKinds);
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      ModifierDescription modifier = expected.get(i);
      compareAttributes(
          where + Excerpt.of(modifier.kind()) + " ",
          modifier.attributes(),
          saved.get(i).attributes());
    }
  }

  private void compareTensors(
      String where, List<TensorDescription> expected, List<TensorDescription> saved) {
    List<String> names = expected.stream().map(TensorDescription::name).toList();
    List<String> savedNames = saved.stream().map(TensorDescription::name).toList();
    if (!names.equals(savedNames)) {
      compare(where + "tensors", names, savedNames);
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      TensorDescription tensor = expected.get(i);
      compare(where + "role of " + tensor.name(), tensor.role(), saved.get(i).role());
      compare(where + "shape of " + tensor.name(), tensor.shape(), saved.get(i).shape());
    }
  }

  private void compareAttributes(
      String where, Map<String, Object> expected, Map<String, Object> saved) {
    SortedSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(saved.keySet());
    for (String name : names) {
      compare(where + Excerpt.of(name), name(expected.get(name)), name(saved.get(name)));
    }
  }

  private void compare(String what, Object expected, Object saved) {
    if (!Objects.equals(expected, saved)) {
      String one = text(expected);
      String other = text(saved);
      found.add(
          what
              + " "
              + Excerpt.around(other, one)
              + " "
              + there
              + ", "
              + Excerpt.around(one, other)
              + " "
              + here);
    }
  }

  /** Returns the name of a part that the user wrote, which is all that a file knows of it. */
  private static Object name(Object value) {
    return value instanceof CustomPart part ? part.className() : value;
  }

  private static String text(Object value) {
    if (value instanceof String) {
      return "\"" + value + "\"";
    }
    return value == null ? "absent" : value.toString();
  }
}
