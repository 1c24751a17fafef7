package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.Activation;
import dev.annette.Dense;
import dev.annette.Initializer;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ActivationSpec;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.LayerSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Shape;
import dev.annette.processor.ir.Value;
import dev.annette.processor.ir.Width;
import dev.annette.processor.op.DenseOp;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** {@link Dense}: fully connected units. */
@AutoService(LayerKind.class)
public final class DenseKind implements LayerKind {
  /** In place of units that are not written. */
  private static final int LEFT_OPEN = 0;

  @Override
  public Class<? extends Annotation> annotation() {
    return Dense.class;
  }

  @Override
  public LayerSpec read(Attributes attributes) {
    int units =
        attributes.isWritten("units")
            ? attributes.count("units", "the number of units is the width of the layer's output")
            : LEFT_OPEN;
    return new DenseSpec(
        units,
        activation(attributes),
        attributes.flag("bias"),
        attributes.source("units"),
        attributes.origin("units"));
  }

  private static ActivationSpec activation(Attributes attributes) {
    Activation activation = attributes.constant("activation", Activation.class);
    requireReader(attributes, "slope", activation, Activation.LEAKY_RELU);
    requireReader(attributes, "alpha", activation, Activation.ELU);
    return switch (activation) {
      case LEAKY_RELU -> activation(attributes, activation, "slope", NumberRule.SLOPE);
      case ELU -> activation(attributes, activation, "alpha", NumberRule.ELU_ALPHA);
      default ->
          new ActivationSpec(
              activation, "", 0, attributes.source("activation"), attributes.origin("activation"));
    };
  }

  private static ActivationSpec activation(
      Attributes attributes, Activation activation, String attribute, NumberRule rule) {
    return new ActivationSpec(
        activation,
        attribute,
        attributes.number(attribute, rule),
        attributes.source("activation"),
        attributes.origin("activation"));
  }

  /** Reports an attribute that the activation does not read. */
  private static void requireReader(
      Attributes attributes, String name, Activation activation, Activation reader) {
    if (attributes.isWritten(name) && activation != reader) {
      attributes.report(
          Problem.CONFLICT,
          attributes.origin(name),
          attributes.source(name)
              + " on "
              + attributes.field()
              + ": "
              + name
              + " belongs to "
              + reader
              + ", but the activation is "
              + activation
              + ". Remove "
              + name
              + ", or write activation = "
              + reader
              + ".");
    }
  }

  /** A fully connected layer with its numbers. */
  private record DenseSpec(
      int units, ActivationSpec activationSpec, boolean hasBias, String source, Origin origin)
      implements LayerSpec {
    @Override
    public String kind() {
      return "dense";
    }

    @Override
    public SortedMap<String, Object> attributes() {
      Described described =
          new Described()
              .with("units", units)
              .with("activation", activationSpec.activation())
              .with("bias", hasBias);
      if (!activationSpec.attribute().isEmpty()) {
        described.with(activationSpec.attribute(), activationSpec.parameter());
      }
      return described.map();
    }

    @Override
    public Shape outputShape(Shape input) {
      return Shape.of(units);
    }

    @Override
    public Optional<Origin> shapeOrigin() {
      return Optional.of(origin);
    }

    @Override
    public boolean leavesOutputs() {
      return units == LEFT_OPEN;
    }

    @Override
    public LayerSpec withOutputs(int outputs, String label) {
      return new DenseSpec(outputs, activationSpec, hasBias, label, origin);
    }

    @Override
    public Set<Parameter.Role> roles() {
      return hasBias
          ? Set.of(Parameter.Role.WEIGHT, Parameter.Role.BIAS)
          : Set.of(Parameter.Role.WEIGHT);
    }

    @Override
    public boolean canBeOutput() {
      return true;
    }

    @Override
    public void lower(LayerBuilder layer) {
      Width out = layer.width("units", units, source);
      Value weights = layer.weights("weights", layer.inputWidth(), out, initializer());
      if (hasBias) {
        layer.connect(new DenseOp(), out, weights, layer.bias("bias", out));
      } else {
        layer.connect(new DenseOp(), out, weights);
      }
    }

    @Override
    public Optional<ActivationSpec> activation() {
      return Optional.of(activationSpec);
    }

    private Initializer initializer() {
      if (activationSpec.activation().isReluFamily()) {
        return Initializer.HE_NORMAL;
      }
      return activationSpec.activation() == Activation.SELU
          ? Initializer.LECUN_NORMAL
          : Initializer.GLOROT_UNIFORM;
    }
  }
}
