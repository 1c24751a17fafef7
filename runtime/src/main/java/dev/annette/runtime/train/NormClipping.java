package dev.annette.runtime.train;

import dev.annette.runtime.kernel.Scratch;
import java.util.List;

/**
 * Clipping by the length of gradients, which is known only when they are complete: they are
 * collected, measured in double precision in a fixed order, and learned from.
 *
 * <p>{@code g ← g·min(1, limit/(‖g‖ + 1e-6))}, as PyTorch's clip_grad_norm_ (Pascanu et al. 2013).
 */
final class NormClipping {
  private static final int PANEL = 0;
  private static final int LEARN_WORK = 8;

  private final String network;
  private final Clipping clipping;
  private final List<LearnedParameter> parameters;
  private final ParameterBlocks blocks;

  /** The gradient of every parameter. */
  private final float[][] gradients;

  /** The sum of squares of every block. */
  private final double[] squares;

  /** What the gradient of every parameter is multiplied by. */
  private final float[] factors;

  private final ParameterPass[] measuring;
  private final ParameterPass[] learning;

  NormClipping(String network, Clipping clipping, List<LearnedParameter> parameters) {
    this.network = network;
    this.clipping = clipping;
    this.parameters = parameters;
    blocks = new ParameterBlocks(parameters);
    gradients = parameters.stream().map(p -> new float[p.values().length]).toArray(float[][]::new);
    squares = new double[blocks.count()];
    factors = new float[parameters.size()];
    measuring = new ParameterPass[] {blocks.pass(1, this::measure)};
    learning = new ParameterPass[] {blocks.pass(LEARN_WORK, this::learn)};
  }

  /**
   * Collects the gradients of a batch and measures them; nothing is learned yet.
   *
   * @param step the number of the step, for messages
   * @throws TrainingDivergedException if a length is not finite
   */
  void collect(Phases phases, int batchRows, UpdatePhase phase, long step) {
    for (int i = 0; i < gradients.length; i++) {
      parameters.get(i).collectInto(gradients[i], 0);
    }
    try {
      phases.update(batchRows, phase);
    } finally {
      for (int i = 0; i < gradients.length; i++) {
        parameters.get(i).learn();
      }
    }
    phases.run(measuring);
    fixFactors(step);
  }

  /** Returns the passes that learn from the gradients, shortened as needed. */
  ParameterPass[] learning() {
    return learning;
  }

  private void measure(int block, Scratch scratch) {
    float[] gradient = gradients[blocks.parameter(block)];
    squares[block] = squares(gradient, blocks.from(block), blocks.to(block));
  }

  /** Returns a sum of squares: four sums of every fourth number, then the sum of those. */
  static double squares(float[] gradient, int from, int to) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = from;
    for (; i <= to - 4; i += 4) {
      first += (double) gradient[i] * gradient[i];
      second += (double) gradient[i + 1] * gradient[i + 1];
      third += (double) gradient[i + 2] * gradient[i + 2];
      fourth += (double) gradient[i + 3] * gradient[i + 3];
    }
    for (; i < to; i++) {
      first += (double) gradient[i] * gradient[i];
    }
    return (first + second) + (third + fourth);
  }

  private void fixFactors(long step) {
    double all = 0;
    double one = 0;
    for (int block = 0; block < squares.length; block++) {
      all += squares[block];
      one += squares[block];
      int parameter = blocks.parameter(block);
      boolean last = block + 1 == squares.length || blocks.parameter(block + 1) != parameter;
      if (last) {
        factors[parameter] = (float) clipping.factor(Math.sqrt(one));
        requireFinite(Math.sqrt(one), parameter, step);
        one = 0;
      }
    }
    if (clipping.kind() == Clipping.Kind.GLOBAL_NORM) {
      float factor = (float) clipping.factor(Math.sqrt(all));
      for (int i = 0; i < factors.length; i++) {
        factors[i] = factor;
      }
    }
  }

  private void requireFinite(double norm, int parameter, long step) {
    if (!Double.isFinite(norm)) {
      throw new TrainingDivergedException(
          "%s: in step %d the gradient of %s has the length %s; a smaller learning rate may help."
              .formatted(network, step, parameters.get(parameter).name(), norm));
    }
  }

  private void learn(int block, Scratch scratch) {
    int parameter = blocks.parameter(block);
    float[] gradient = gradients[parameter];
    float factor = factors[parameter];
    int from = blocks.from(block);
    int count = blocks.to(block) - from;
    float[] panel = scratch.floats(PANEL, ParameterBlocks.SIZE);
    for (int i = 0; i < count; i++) {
      panel[i] = factor * gradient[from + i];
    }
    parameters.get(parameter).accept(panel, from, count, scratch);
  }
}
