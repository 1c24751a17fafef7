package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.annette.L1Method;
import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.WeightGroup;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.train.constraint.MaxNorm;
import dev.annette.runtime.train.constraint.MinMaxNorm;
import dev.annette.runtime.train.constraint.NonNegative;
import dev.annette.runtime.train.constraint.UnitNorm;
import dev.annette.runtime.train.penalty.CosinePenalty;
import dev.annette.runtime.train.penalty.Decay;
import dev.annette.runtime.train.penalty.GroupLassoPenalty;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An update is one pass over the weights: what acts on each number alone is part of the optimizer's
 * kernel or of the panel it works on. Passes of their own have only what needs a sum first, a norm
 * or a cosine.
 */
class FusedUpdateTest {
  private static final int IN = 4;
  private static final int OUT = 3;

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        Sgd.of(0.1),
        Sgd.momentum(0.1, 0.9),
        Sgd.nesterov(0.1, 0.9),
        RmsProp.defaults(),
        Adam.defaults(),
        AdamW.defaults(),
        Adagrad.defaults(),
        Adadelta.defaults(),
        Adamax.defaults(),
        Nadam.defaults(),
        AmsGrad.defaults(),
        Lion.defaults(),
        Ftrl.defaults());
  }

  /** What names a rule without updating by it is no optimizer. */
  @Test
  void every_optimizer_is_here() {
    Set<String> known =
        optimizers().map(rule -> rule.getClass().getSimpleName()).collect(Collectors.toSet());
    Set<String> found =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.annette.runtime")
                .stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(Optimizer.class))
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("NamedOnly"))
                .collect(Collectors.toSet());
    assertEquals(known, found);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void what_acts_on_each_number_alone_has_no_pass_of_its_own(Optimizer optimizer) {
    for (L1Method method : L1Method.values()) {
      assertOnePass(layer().l1(0.1, PenaltyScaling.KERAS, method), optimizer);
    }
    assertOnePass(layer().l2(0.1, PenaltyScaling.KERAS), optimizer);
    assertOnePass(layer().penalty(new Decay(number("weightDecay"))), optimizer);
    assertOnePass(layer().constraint(new NonNegative()), optimizer);
    assertOnePass(
        layer()
            .l1(0.1, PenaltyScaling.KERAS, L1Method.PROXIMAL)
            .l2(0.1, PenaltyScaling.KERAS)
            .penalty(new Decay(number("weightDecay")))
            .constraint(new NonNegative()),
        optimizer);
  }

  private static void assertOnePass(LinearTrainer trainer, Optimizer optimizer) {
    LearnedParameter weights = prepared(trainer, optimizer);
    assertEquals(List.of(), List.of(weights.before()), "before " + optimizer);
    assertEquals(List.of(), List.of(weights.after()), "after " + optimizer);
  }

  /** Norms of columns and rows are known only when every weight has made its step. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void norms_are_measured_after_the_step_in_one_pass_each(Optimizer optimizer) {
    List<Constraint> norms =
        List.of(
            new MaxNorm(IN, OUT, ConstraintTest.bound(1)),
            new UnitNorm(IN, OUT),
            new MinMaxNorm(IN, OUT, 0.5, 1, ConstraintTest.rate(1)));
    for (Constraint norm : norms) {
      LearnedParameter weights = prepared(layer().constraint(norm), optimizer);
      assertEquals(0, weights.before().length);
      assertEquals(1, weights.after().length);
    }
  }

  /** A block soft threshold follows the step; the gradient of a norm joins that of the data. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void groups_are_measured_on_one_side_of_the_step(Optimizer optimizer) {
    LearnedParameter weights =
        prepared(
            layer()
                .penalty(
                    new GroupLassoPenalty(
                        number("groupLasso"),
                        PenaltyScaling.KERAS,
                        IN,
                        OUT,
                        WeightGroup.INPUTS,
                        true)),
            optimizer);
    boolean isSgd = optimizer instanceof Sgd;
    assertEquals(isSgd ? 0 : 1, weights.before().length);
    assertEquals(isSgd ? 1 : 0, weights.after().length);
  }

  /** Norms, products, signs, sums: each needs all of the one before. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void cosines_are_measured_before_the_step(Optimizer optimizer) {
    LearnedParameter weights =
        prepared(
            layer()
                .penalty(
                    new CosinePenalty(number("orthogonalPenalty"), IN, OUT, WeightGroup.UNITS)),
            optimizer);
    assertEquals(4, weights.before().length);
    assertEquals(0, weights.after().length);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_panel_is_learned_from_at_once_unless_the_length_of_gradients_is_needed(
      Optimizer optimizer) {
    Training training = Training.online().optimizer(optimizer);
    assertTrue(learnsAtOnce(training));
    assertTrue(learnsAtOnce(training.clipValue(0.1)));
    assertFalse(learnsAtOnce(training.clipNorm(0.1)));
    assertFalse(learnsAtOnce(training.clipGlobalNorm(0.1)));
  }

  /** Returns whether a weight has moved when the panel of its gradient has been handed over. */
  private static boolean learnsAtOnce(Training training) {
    LinearTrainer trainer = layer();
    trainer.prepare(training);
    Batch batch = Batch.of(new float[IN], 1, new Targets.Values(new float[] {1, 1, 1}));
    trainer.step(batch);
    LearnedParameter weights = trainer.state().parameters().parameters().get(0);
    AtomicBoolean moved = new AtomicBoolean();
    trainer
        .state()
        .update(
            (part, parts, scratch) -> {
              float before = weights.values()[0];
              weights.accept(new float[] {1}, 0, 1, scratch);
              moved.set(weights.values()[0] != before);
            });
    return moved.get();
  }

  private static LearnedParameter prepared(LinearTrainer trainer, Optimizer optimizer) {
    trainer.prepare(Training.online().optimizer(optimizer));
    return trainer.state().parameters().parameters().get(0);
  }

  private static LinearTrainer layer() {
    return new LinearTrainer(IN, OUT, Loss.HALF_SQUARED_ERROR, 1);
  }

  private static Hyperparameter number(String attribute) {
    return new Hyperparameter("output", attribute, 0.1, NumberRule.PENALTY);
  }
}
