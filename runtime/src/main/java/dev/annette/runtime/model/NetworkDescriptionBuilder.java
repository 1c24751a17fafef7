package dev.annette.runtime.model;

import dev.annette.Loss;
import dev.annette.runtime.custom.LossFunction;
import dev.annette.runtime.custom.PenaltyFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network description in the making; started by {@link NetworkDescription#network}.
 *
 * <p>{@code layer} opens a layer, {@code modifier} opens a modifier of it, and {@code with} gives
 * an attribute to whichever was opened last. Tensors belong to the open layer.
 */
public final class NetworkDescriptionBuilder {
  private final String network;
  private final List<Integer> input;
  private final List<ColumnDescription> columns = new ArrayList<>();
  private final List<LayerDescription> layers = new ArrayList<>();
  private Loss loss = Loss.HALF_SQUARED_ERROR;
  private double delta = 1;
  private CustomPart customLoss;
  private int outputs;

  private OpenLayer layer;

  NetworkDescriptionBuilder(String network, int... input) {
    this.network = network;
    this.input = Arrays.stream(input).boxed().toList();
  }

  /** Says what training makes small. */
  public NetworkDescriptionBuilder loss(Loss loss) {
    this.loss = loss;
    return this;
  }

  /** Says a loss that the user wrote, with the qualified name of its class. */
  public NetworkDescriptionBuilder customLoss(String className, LossFunction function) {
    this.loss = Loss.CUSTOM;
    this.customLoss = new CustomPart(className, function);
    return this;
  }

  /** Says the δ of {@link Loss#HUBER}. */
  public NetworkDescriptionBuilder delta(double delta) {
    this.delta = delta;
    return this;
  }

  /** Says how many outputs a row has; without it, the units of the last layer that has units. */
  public NetworkDescriptionBuilder outputs(int outputs) {
    this.outputs = outputs;
    return this;
  }

  /**
   * Adds a column of typed rows behind the ones before.
   *
   * @param attributes names and values by turns
   */
  public NetworkDescriptionBuilder column(
      String name, String kind, List<String> categories, Object... attributes) {
    TreeMap<String, Object> named = new TreeMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      named.put((String) attributes[i], attributes[i + 1]);
    }
    columns.add(new ColumnDescription(name, kind, named, categories));
    return this;
  }

  /** Opens a layer above the ones before. */
  public NetworkDescriptionBuilder layer(String name, String kind) {
    closeLayer();
    layer = new OpenLayer(name, kind);
    return this;
  }

  /** Opens a modifier of the open layer. */
  public NetworkDescriptionBuilder modifier(String kind) {
    openLayer("modifier " + kind).openModifier(kind);
    return this;
  }

  /** Gives a whole number to the open layer or modifier. */
  public NetworkDescriptionBuilder with(String attribute, int value) {
    return attribute(attribute, value);
  }

  /** Gives a number to the open layer or modifier. */
  public NetworkDescriptionBuilder with(String attribute, double value) {
    return attribute(attribute, value);
  }

  /** Gives a yes or no to the open layer or modifier. */
  public NetworkDescriptionBuilder with(String attribute, boolean value) {
    return attribute(attribute, value);
  }

  /** Gives a choice by name to the open layer or modifier. */
  public NetworkDescriptionBuilder with(String attribute, String value) {
    return attribute(attribute, value);
  }

  /** Gives a penalty that the user wrote to the open modifier, with the name of its class. */
  public NetworkDescriptionBuilder with(
      String attribute, String className, PenaltyFunction function) {
    return attribute(attribute, new CustomPart(className, function));
  }

  /** Adds learned weights to the open layer, {@code [in, out]}. */
  public NetworkDescriptionBuilder weight(String name, int... shape) {
    return tensor(name, TensorDescription.Role.WEIGHT, shape);
  }

  /** Adds a learned bias to the open layer. */
  public NetworkDescriptionBuilder bias(String name, int... shape) {
    return tensor(name, TensorDescription.Role.BIAS, shape);
  }

  /** Adds the learned gain of a normalisation to the open layer. */
  public NetworkDescriptionBuilder gain(String name, int... shape) {
    return tensor(name, TensorDescription.Role.GAIN, shape);
  }

  /** Adds the learned numbers of categories to the open layer, {@code [categories, dims]}. */
  public NetworkDescriptionBuilder embedding(String name, int... shape) {
    return tensor(name, TensorDescription.Role.EMBEDDING, shape);
  }

  /** Adds numbers measured on the training rows to the open layer. */
  public NetworkDescriptionBuilder statistic(String name, int... shape) {
    return tensor(name, TensorDescription.Role.STATISTIC, shape);
  }

  /**
   * Returns the description.
   *
   * @throws IllegalArgumentException if it breaks a rule of {@link NetworkDescription}
   */
  public NetworkDescription build() {
    closeLayer();
    int width = input.stream().reduce(1, (a, b) -> a * b);
    for (LayerDescription each : layers) {
      width = each.outputs(width);
    }
    return new NetworkDescription(
        network, input, outputs == 0 ? width : outputs, loss, delta, customLoss, columns, layers);
  }

  private NetworkDescriptionBuilder attribute(String name, Object value) {
    openLayer("attribute " + name).attribute(name, value);
    return this;
  }

  private NetworkDescriptionBuilder tensor(String name, TensorDescription.Role role, int[] shape) {
    List<Integer> dimensions = Arrays.stream(shape).boxed().toList();
    openLayer("tensor " + name).tensors.add(new TensorDescription(name, role, dimensions));
    return this;
  }

  private OpenLayer openLayer(String part) {
    if (layer == null) {
      throw new IllegalStateException(network + ": " + part + " needs a layer opened before it");
    }
    return layer;
  }

  private void closeLayer() {
    if (layer != null) {
      layers.add(layer.close());
      layer = null;
    }
  }

  /** The layer that attributes, modifiers and tensors go to. */
  private static final class OpenLayer {
    private final String name;
    private final String kind;
    private final Map<String, Object> attributes = new TreeMap<>();
    private final List<ModifierDescription> modifiers = new ArrayList<>();
    private final List<TensorDescription> tensors = new ArrayList<>();
    private String modifier;
    private final TreeMap<String, Object> modifierAttributes = new TreeMap<>();

    OpenLayer(String name, String kind) {
      this.name = name;
      this.kind = kind;
    }

    void openModifier(String kind) {
      closeModifier();
      modifier = kind;
    }

    void attribute(String name, Object value) {
      Object before = (modifier == null ? attributes : modifierAttributes).put(name, value);
      if (before != null) {
        throw new IllegalStateException(this.name + ": attribute " + name + " is given twice");
      }
    }

    LayerDescription close() {
      closeModifier();
      return new LayerDescription(name, kind, new TreeMap<>(attributes), modifiers, tensors);
    }

    private void closeModifier() {
      if (modifier != null) {
        modifiers.add(new ModifierDescription(modifier, modifierAttributes));
        modifierAttributes.clear();
        modifier = null;
      }
    }
  }
}
