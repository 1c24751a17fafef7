package dev.annette.runtime.check;

import dev.annette.Loss;
import dev.annette.PenaltyBasis;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.TensorDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A network that runs from its description, in double precision: slow, plain, and independent of
 * the generated code that it checks.
 */
public final class Interpreter {
  private final NetworkDescription network;
  private final boolean isRounding;

  private Interpreter(NetworkDescription network, boolean isRounding) {
    this.network = network;
    this.isRounding = isRounding;
  }

  /** Returns an interpreter of a network. */
  public static Interpreter of(NetworkDescription network) {
    return new Interpreter(network, false);
  }

  /**
   * Returns one that rounds to a float what each step hands to the next, forward and backward. How
   * far its gradients are from those of {@link #of} tells what single precision costs at a point,
   * whoever computes there: much beside kinks, and where nearly everything cancels.
   */
  public static Interpreter rounding(NetworkDescription network) {
    return new Interpreter(network, true);
  }

  /**
   * Returns outputs, data loss and gradients for a batch.
   *
   * @param tensors the network's numbers, statistics included
   * @param replay the masks and branches to take
   * @throws IllegalArgumentException if the batch does not fit, or a kind is not known
   */
  public Interpretation run(Tensors tensors, Batch batch, Replay replay) {
    Tensors gradients = Tensors.zeros(network);
    List<LayerPass> passes = passes(tensors, gradients, replay);
    BatchLoss loss = forward(passes, batch);
    Matrix gradient = loss.gradient();
    for (int i = passes.size() - 1; i >= 0; i--) {
      gradient = passes.get(i).backward(gradient);
    }
    double activity = passes.stream().mapToDouble(LayerPass::activityPenalty).sum();
    return new Interpretation(loss.outputs(), loss.logits(), loss.value(), activity, gradients);
  }

  /**
   * Returns the outputs alone, {@code [rows, outputs]}; the arguments are those of {@link #run}.
   */
  public Matrix outputs(Tensors tensors, Batch batch, Replay replay) {
    return forward(passes(tensors, tensors, replay), batch).outputs();
  }

  /** Returns the data loss alone; the arguments are those of {@link #run}. */
  public double dataLoss(Tensors tensors, Batch batch, Replay replay) {
    return forward(passes(tensors, tensors, replay), batch).value();
  }

  /**
   * Returns the penalties on a network's numbers.
   *
   * @param examples m, the number of training examples
   * @param batchRows n, the number of rows in the batch
   */
  public Penalty penalty(Tensors tensors, double examples, int batchRows) {
    PenaltyTerms terms =
        new PenaltyTerms(new PenaltyBasis(examples, batchRows, network.loss(), network.outputs()));
    Tensors gradients = Tensors.zeros(network);
    SortedMap<String, Double> values = new TreeMap<>();
    for (LayerDescription layer : network.layers()) {
      for (ModifierDescription modifier : layer.modifiers()) {
        for (TensorDescription tensor : layer.tensors()) {
          double[] numbers = tensors.get(tensor.name());
          double[] gradient = gradients.get(tensor.name());
          double value =
              Kinds.modifier(modifier).penalty(terms, modifier, tensor, numbers, gradient);
          values.merge(tensor.name(), value, Double::sum);
        }
      }
    }
    values.values().removeIf(value -> value == 0);
    double sum = values.values().stream().mapToDouble(Double::doubleValue).sum();
    return new Penalty(sum, values, gradients);
  }

  private List<LayerPass> passes(Tensors tensors, Tensors gradients, Replay replay) {
    List<LayerPass> passes = new ArrayList<>();
    for (LayerDescription layer : network.layers()) {
      boolean last = passes.size() == network.layers().size() - 1;
      Loss fedLoss = last ? network.loss() : null;
      passes.add(new LayerPass(layer, tensors, gradients, replay, fedLoss, isRounding));
    }
    return passes;
  }

  private BatchLoss forward(List<LayerPass> passes, Batch batch) {
    if (batch.width() != network.inputSize()) {
      throw new IllegalArgumentException(
          "%s takes %d features a row, but the batch has %d"
              .formatted(network.network(), network.inputSize(), batch.width()));
    }
    Matrix x = Matrix.of(batch.rows(), batch.width(), batch.features());
    for (LayerPass pass : passes) {
      x = pass.forward(x);
    }
    LayerPass last = passes.get(passes.size() - 1);
    float[] recorded = last.recorded(x.values().length);
    return network.customLoss() == null
        ? LossStep.of(network.loss(), network.delta(), x, batch, recorded)
        : CustomLossStep.of(network.lossFunction(), x, batch, recorded);
  }
}
