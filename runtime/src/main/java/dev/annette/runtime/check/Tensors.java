package dev.annette.runtime.check;

import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.TensorDescription;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One array of doubles for every tensor of a network, or for its gradient: {@code hidden.weights}
 * in {@code [in, out]} row-major, and so on.
 */
public final class Tensors {
  private final Map<String, double[]> arrays;

  private Tensors(Map<String, double[]> arrays) {
    this.arrays = arrays;
  }

  /** Returns zeros for every tensor of a network, statistics included. */
  public static Tensors zeros(NetworkDescription network) {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    for (TensorDescription tensor : network.tensors()) {
      arrays.put(tensor.name(), new double[tensor.size()]);
    }
    return new Tensors(arrays);
  }

  /**
   * Returns a copy of what a source holds under the name of every tensor.
   *
   * @throws IllegalArgumentException if an array is missing or does not have the tensor's size
   */
  public static Tensors of(NetworkDescription network, Function<String, double[]> source) {
    Tensors tensors = zeros(network);
    tensors.arrays.forEach(
        (name, copy) -> {
          double[] values = requireLength(name, copy.length, source.apply(name));
          System.arraycopy(values, 0, copy, 0, copy.length);
        });
    return tensors;
  }

  /** Returns the same of a source of floats. */
  public static Tensors ofFloats(NetworkDescription network, Function<String, float[]> source) {
    return of(network, name -> widened(source.apply(name)));
  }

  private static double[] widened(float[] values) {
    return values == null ? null : Matrix.of(1, values.length, values).values();
  }

  private static double[] requireLength(String name, int length, double[] values) {
    if (values == null || values.length != length) {
      throw new IllegalArgumentException(
          "%s needs %d numbers, but there are %s"
              .formatted(name, length, values == null ? "none" : values.length));
    }
    return values;
  }

  /** Returns a copy of all arrays. */
  public Tensors copy() {
    Map<String, double[]> copies = new LinkedHashMap<>();
    arrays.forEach((name, values) -> copies.put(name, values.clone()));
    return new Tensors(copies);
  }

  /** Returns the names, in the order of the description. */
  public Set<String> names() {
    return Collections.unmodifiableSet(arrays.keySet());
  }

  /** Returns whether there is a tensor of this name. */
  public boolean has(String name) {
    return arrays.containsKey(name);
  }

  /**
   * Returns the array of one tensor, row-major: the array itself.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public double[] get(String name) {
    double[] values = arrays.get(name);
    if (values == null) {
      throw new IllegalArgumentException(
          "There is no tensor named " + name + ". Tensors here: " + String.join(", ", names()));
    }
    return values;
  }
}
