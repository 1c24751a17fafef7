package dev.annette.runtime.sparsity;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The zeros among the weights of one layer.
 *
 * @param layer the name of the layer
 * @param inputs the numbers that it takes
 * @param units the numbers that it hands on
 * @param zeros how many of its {@code inputs · units} weights are exactly 0
 * @param unreadInputs the inputs whose weights are all 0, ascending: what comes before need not
 *     hand them on
 * @param constantUnits the units whose incoming weights are all 0, ascending: they hand on the same
 *     number for every row
 */
public record LayerSparsity(
    String layer,
    int inputs,
    int units,
    int zeros,
    List<Integer> unreadInputs,
    List<Integer> constantUnits) {
  /** Copies the lists. */
  public LayerSparsity {
    unreadInputs = List.copyOf(unreadInputs);
    constantUnits = List.copyOf(constantUnits);
  }

  /** Counts the zeros of {@code [inputs, units]}. */
  static LayerSparsity of(String layer, int inputs, int units, float[] weights) {
    int[] ofInput = new int[inputs];
    int[] ofUnit = new int[units];
    int zeros = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] == 0) {
        ofInput[i / units]++;
        ofUnit[i % units]++;
        zeros++;
      }
    }
    return new LayerSparsity(
        layer,
        inputs,
        units,
        zeros,
        IntStream.range(0, inputs).filter(k -> ofInput[k] == units).boxed().toList(),
        IntStream.range(0, units).filter(j -> ofUnit[j] == inputs).boxed().toList());
  }

  /** Returns how many weights there are. */
  public int weights() {
    return inputs * units;
  }

  /** Returns the share of the weights that are exactly 0, from 0 to 1. */
  public double zeroShare() {
    return (double) zeros / weights();
  }
}
