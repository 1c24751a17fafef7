package dev.annette.runtime.check;

import dev.annette.Loss;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.random.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;

/** One layer in one run: its tensors and their gradients, and what it keeps to go backward. */
public final class LayerPass {
  private final LayerDescription layer;
  private final CheckLayer kind;
  private final Tensors tensors;
  private final Tensors gradients;
  private final Replay replay;
  private final Loss fedLoss;
  private final boolean isRounding;
  private final Map<String, Matrix> kept = new HashMap<>();
  private double activityPenalty;

  /**
   * Creates the pass of a layer.
   *
   * @param gradients in and out: where the layer adds the gradients of its tensors
   * @param fedLoss the loss that the layer's output goes to; null if another layer follows
   * @param isRounding whether every step hands on floats
   */
  LayerPass(
      LayerDescription layer,
      Tensors tensors,
      Tensors gradients,
      Replay replay,
      Loss fedLoss,
      boolean isRounding) {
    this.layer = layer;
    this.kind = Kinds.layer(layer);
    this.tensors = tensors;
    this.gradients = gradients;
    this.replay = replay;
    this.fedLoss = fedLoss;
    this.isRounding = isRounding;
  }

  /** Returns what comes out of weights, normalisation, activation and noise, in this order. */
  Matrix forward(Matrix x) {
    Matrix y = handedOn(connected(x));
    for (ModifierDescription modifier : layer.modifiers()) {
      y = handedOn(Kinds.modifier(modifier).normalise(this, modifier, y));
    }
    y = handedOn(ActivationStep.forward(this, y));
    for (ModifierDescription modifier : layer.modifiers()) {
      y = handedOn(Kinds.modifier(modifier).forward(this, modifier, y));
    }
    return y;
  }

  /** Adds the gradients of the tensors and returns the gradient by the layer's input. */
  Matrix backward(Matrix gradient) {
    Matrix g = handedOn(gradient);
    List<ModifierDescription> modifiers = layer.modifiers();
    for (int i = modifiers.size() - 1; i >= 0; i--) {
      ModifierDescription modifier = modifiers.get(i);
      g = handedOn(Kinds.modifier(modifier).backward(this, modifier, g));
    }
    g = handedOn(ActivationStep.backward(this, g));
    for (int i = modifiers.size() - 1; i >= 0; i--) {
      ModifierDescription modifier = modifiers.get(i);
      g = handedOn(Kinds.modifier(modifier).normaliseBackward(this, modifier, g));
    }
    for (ModifierDescription modifier : modifiers) {
      Matrix changed = Kinds.modifier(modifier).connectBackward(this, modifier, g);
      if (changed != null) {
        return changed;
      }
    }
    return kind.backward(this, g);
  }

  /** Returns what a step hands to the next: as it is, or every number rounded to a float. */
  private Matrix handedOn(Matrix values) {
    if (!isRounding) {
      return values;
    }
    double[] rounded = values.values().clone();
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) rounded[i];
    }
    return new Matrix(values.rows(), values.width(), rounded);
  }

  private Matrix connected(Matrix x) {
    for (ModifierDescription modifier : layer.modifiers()) {
      Matrix changed = Kinds.modifier(modifier).connect(this, modifier, x);
      if (changed != null) {
        return changed;
      }
    }
    return kind.forward(this, x);
  }

  /** Returns the activation as a modifier changes it; null if none does. */
  Matrix activated(Matrix z, DoubleUnaryOperator activation) {
    for (ModifierDescription modifier : layer.modifiers()) {
      Matrix changed = Kinds.modifier(modifier).activate(this, modifier, z, activation);
      if (changed != null) {
        return changed;
      }
    }
    return null;
  }

  /**
   * Returns the key of the random numbers that the layer drew for a purpose in the replayed run;
   * empty if there are none.
   */
  public OptionalLong randomKey(Purpose purpose) {
    return replay.randomKey(layer.name(), purpose);
  }

  /** Returns what the layer is made of. */
  public LayerDescription layer() {
    return layer;
  }

  /** Returns whether the run trains: a batch is then normalised by its own statistics. */
  public boolean isTraining() {
    return replay.isTraining();
  }

  /** Returns whether noise hides what came out of the activation. */
  boolean blursOutput() {
    return layer.modifiers().stream().anyMatch(modifier -> Kinds.modifier(modifier).blursOutput());
  }

  /** Returns the part of the layer's value that the activation takes: {@code dense}. */
  String activationInput() {
    return layer.modifiers().stream()
        .filter(modifier -> Kinds.modifier(modifier).normalises())
        .map(ModifierDescription::kind)
        .reduce(layer.kind(), (first, second) -> second);
  }

  /** Returns the loss that the layer's output goes to; null if another layer follows. */
  Loss fedLoss() {
    return fedLoss;
  }

  /** Returns the {@code value} of a modifier, as the replayed run had it. */
  double strength(ModifierDescription modifier) {
    double declared = Attribute.number(modifier.kind(), modifier.attributes(), "value");
    return replay.inForce(layer.name(), modifier.kind(), declared);
  }

  /** Returns whether the layer has a tensor {@code hidden.part}. */
  public boolean has(String part) {
    return tensors.has(named(part));
  }

  /** Returns the numbers of the tensor {@code hidden.part}, row-major; not to be changed. */
  public double[] tensor(String part) {
    return tensors.get(named(part));
  }

  /** Returns the gradient of the tensor {@code hidden.part}, to add to. */
  public double[] gradient(String part) {
    return gradients.get(named(part));
  }

  /** Adds a penalty on what the layer hands on. */
  void penalise(double value) {
    activityPenalty += value;
  }

  /** Returns the penalties on what the layer handed on. */
  double activityPenalty() {
    return activityPenalty;
  }

  /** Keeps a value until the way back. */
  public void keep(String name, Matrix value) {
    kept.put(name, value);
  }

  /** Returns the value kept under a name. */
  public Matrix kept(String name) {
    return kept.get(name);
  }

  /**
   * Returns what the replayed run handed on from this layer, {@code [rows, out]}; null if that is
   * not known.
   *
   * @param size rows times out
   * @throws IllegalArgumentException if the run's array has another size
   */
  public float[] recorded(int size) {
    return sized(layer.name(), size);
  }

  /** Returns the same of the value {@code hidden.part}. */
  public float[] recorded(String part, int size) {
    return sized(named(part), size);
  }

  private float[] sized(String name, int size) {
    float[] values = replay.recorded(name);
    if (values != null && values.length != size) {
      throw new IllegalArgumentException(
          "%s has %d numbers here, but the replayed run recorded %d"
              .formatted(name, size, values.length));
    }
    return values;
  }

  private String named(String part) {
    return layer.name() + "." + part;
  }
}
