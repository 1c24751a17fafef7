package dev.annette.runtime.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The weights of a dense layer between the inputs and the units that a training step keeps, as a
 * smaller matrix: those of the others are multiplied by 0 in every row of the step.
 */
public final class KeptWeights {
  /** Below this number of rows, copying weights takes longer than multiplying by all. */
  private static final int FEWEST_ROWS = 8;

  private final int in;
  private final int out;
  private final KeptUnits inputs; // null: all are kept in every step
  private final KeptUnits units; // null: all are kept in every step
  private final int[] everyInput; // null unless inputs is
  private final int[] everyUnit; // null unless units is
  private boolean pays; // whether the step has enough rows for copies
  private final float[] weights; // [inputColumns, unitColumns], with room for all

  /**
   * Creates the matrix of a layer.
   *
   * @param inputs which of the layer's inputs a step keeps; null for all
   * @param units which of its units a step keeps; null for all
   */
  public KeptWeights(KeptUnits inputs, KeptUnits units, int in, int out) {
    this.in = in;
    this.out = out;
    this.inputs = inputs;
    this.units = units;
    this.everyInput = inputs == null ? IntStream.range(0, in).toArray() : null;
    this.everyUnit = units == null ? IntStream.range(0, out).toArray() : null;
    this.weights = new float[in * out];
  }

  int in() {
    return in;
  }

  int out() {
    return out;
  }

  boolean dropsInputs() {
    return pays && inputs != null && !inputs.all();
  }

  boolean dropsUnits() {
    return pays && units != null && !units.all();
  }

  /**
   * Returns whether all weights are used where they are: nothing is left out, or it does not pay.
   */
  boolean isWhole() {
    return !dropsInputs() && !dropsUnits();
  }

  int inputCount() {
    return dropsInputs() ? inputs.count() : in;
  }

  int unitCount() {
    return dropsUnits() ? units.count() : out;
  }

  /** Returns the columns of a matrix of the kept inputs, those of 0 at its end included. */
  int inputColumns() {
    return dropsInputs() ? inputs.columns() : in;
  }

  /** Returns the columns of a matrix of the kept units, those of 0 at its end included. */
  int unitColumns() {
    return dropsUnits() ? units.columns() : out;
  }

  /** Returns the numbers of the kept inputs, ascending, {@code [≥ inputCount]}. */
  int[] inputs() {
    return inputs == null ? everyInput : inputs.kept();
  }

  /** Returns the numbers of the kept units, ascending, {@code [≥ unitCount]}. */
  int[] units() {
    return units == null ? everyUnit : units.kept();
  }

  /** Returns how many of the kept inputs come before an input. */
  int inputsBefore(int input) {
    int found = Arrays.binarySearch(inputs(), 0, inputCount(), input);
    return found < 0 ? -found - 1 : found;
  }

  /**
   * Copies a share of the kept weights out of all, {@code [in, out]}.
   *
   * @param rows the rows of the batch; every share is given the same
   */
  void copy(float[] all, int rows, int part, int parts) {
    pays = rows >= FEWEST_ROWS;
    if (isWhole()) {
      return;
    }
    int from = DenseKernel.boundary(inputColumns(), part, parts);
    int to = DenseKernel.boundary(inputColumns(), part + 1, parts);
    int last = Math.max(from, Math.min(to, inputCount()));
    int columns = unitColumns();
    if (dropsUnits()) {
      KeptColumns.gatherRows(
          all, out, inputs(), from, last, units(), unitCount(), weights, columns);
    } else {
      for (int i = from; i < last; i++) {
        System.arraycopy(all, inputs()[i] * out, weights, i * out, out);
      }
    }
    Arrays.fill(weights, last * columns, to * columns, 0f);
  }

  /**
   * Returns the kept weights, {@code [inputColumns, unitColumns]} with 0 behind them, given all.
   */
  float[] of(float[] all) {
    return isWhole() ? all : weights;
  }
}
