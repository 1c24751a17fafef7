package dev.annette.processor.layer;

import com.google.auto.service.AutoService;
import dev.annette.Activation;
import dev.annette.KlSparsity;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.ir.Constant;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.LayerBuilder;
import dev.annette.processor.ir.LayerSpec;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.op.KlSparsityOp;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** {@link KlSparsity}: a penalty on how often units are active. */
@AutoService(ModifierKind.class)
public final class KlSparsityKind implements ModifierKind {
  /** The activations whose outputs lie between 0 and 1, each unit's for itself. */
  private static final Set<Activation> SHARES = Set.of(Activation.SIGMOID, Activation.HARD_SIGMOID);

  @Override
  public Class<? extends Annotation> annotation() {
    return KlSparsity.class;
  }

  @Override
  public ModifierSpec read(Attributes attributes) {
    return new KlSparsitySpec(
        attributes.number("value", NumberRule.PENALTY),
        attributes.number("target", NumberRule.MEAN_ACTIVITY),
        attributes);
  }

  /**
   * The penalty with its numbers.
   *
   * @param lambda the strength
   * @param target the mean output that every unit should have
   * @param declared the annotation
   */
  public record KlSparsitySpec(double lambda, double target, Attributes declared)
      implements ModifierSpec {
    @Override
    public String kind() {
      return "klSparsity";
    }

    @Override
    public String source() {
      return declared.source("value");
    }

    @Override
    public Origin origin() {
      return declared.origin("value");
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new Described().with("value", lambda).with("target", target).map();
    }

    @Override
    public Set<Parameter.Role> roles() {
      return Set.of();
    }

    @Override
    public boolean penalisesOutputs() {
      return true;
    }

    @Override
    public boolean isPenalty() {
      return true;
    }

    @Override
    public boolean beforeNoise() {
      return true;
    }

    @Override
    public Optional<String> objectionTo(LayerSpec layer) {
      if (layer.activation().isEmpty()) {
        return Optional.of(
            "it compares the mean of a unit's outputs with a target between 0 and 1, but this layer"
                + " has no activation that keeps them there. Put it beside @Dense(activation ="
                + " SIGMOID).");
      }
      Activation activation = layer.activation().get().activation();
      if (SHARES.contains(activation)) {
        return Optional.empty();
      }
      return Optional.of(
          activation == Activation.SOFTMAX
              ? "it draws the means of all units to the same target, but outputs of SOFTMAX sum to"
                  + " 1, so at best their means become equal. Write activation = SIGMOID."
              : "it compares the mean of a unit's outputs with a target between 0 and 1, but those"
                  + " of "
                  + activation
                  + " lie elsewhere too. Write activation = SIGMOID or HARD_SIGMOID, or take"
                  + " @ActivityL1.");
    }

    @Override
    public void lower(LayerBuilder layer) {
      Hyper strength = layer.hyper(kind(), lambda, NumberRule.PENALTY.name(), source());
      Constant mean = layer.constant("klSparsity target", target, declared.source("target"));
      layer.apply(new KlSparsityOp(strength, mean), layer.inputWidth());
    }
  }
}
