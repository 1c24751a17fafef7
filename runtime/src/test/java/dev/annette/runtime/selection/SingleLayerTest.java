package dev.annette.runtime.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.L1Method;
import dev.annette.PenaltyBasis;
import dev.annette.PenaltyScaling;
import dev.annette.rule.NumberRule;
import dev.annette.runtime.train.Hyperparameter;
import dev.annette.runtime.train.LinearTrainer;
import dev.annette.runtime.train.PenaltyTerm;
import dev.annette.runtime.train.PenaltyTerm.AtZero;
import dev.annette.runtime.train.Rows;
import dev.annette.runtime.train.Setting;
import dev.annette.runtime.train.Training;
import dev.annette.runtime.train.constraint.NonNegative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Penalties take part by what they say they do at 0, whatever their kind. */
class SingleLayerTest {

  @ParameterizedTest
  @CsvSource({"FLAT, true", "KINK, false", "OTHER, false"})
  void another_penalty_leaves_it_to_the_data_if_it_is_flat_at_zero(AtZero other, boolean exact) {
    LinearTrainer trainer = lasso().penalty(new Own(other));
    assertEquals(exact, SingleLayer.isWholeOf(trainer, Setting.l1("output")));
  }

  @ParameterizedTest
  @CsvSource({"FLAT, false", "KINK, true", "OTHER, false"})
  void the_penalty_of_a_path_needs_a_kink_at_zero(AtZero own, boolean exact) {
    Own term = new Own(own);
    LinearTrainer trainer = LinearTrainer.halfSquared(3).penalty(term);
    assertEquals(exact, SingleLayer.isWholeOf(trainer, term.strength().setting()));
  }

  @Test
  void a_constraint_takes_part() {
    LinearTrainer trainer = lasso().constraint(new NonNegative());
    assertEquals(false, SingleLayer.isWholeOf(trainer, Setting.l1("output")));
  }

  @Test
  void a_penalty_that_makes_no_zeros_says_nothing_of_where_a_path_begins() {
    LinearTrainer subgradient =
        LinearTrainer.halfSquared(3).l1(1, PenaltyScaling.KERAS, L1Method.SUBGRADIENT);
    assertEquals(
        "l1 of output makes no weight 0, so nothing says where its path begins: say from(lambda).",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new StrongestPenalty(subgradient, Strength.of(Setting.l1("output")))
                        .of(Rows.regression(20, 3, 1), Training.epochs(1)))
            .getMessage());
  }

  private static LinearTrainer lasso() {
    return LinearTrainer.halfSquared(3).l1(1, PenaltyScaling.KERAS, L1Method.PROXIMAL);
  }

  /** A kind that the library does not know. */
  private static final class Own implements PenaltyTerm {
    private final Hyperparameter strength =
        new Hyperparameter("output", "own", 1, NumberRule.PENALTY);
    private final AtZero atZero;

    Own(AtZero atZero) {
      this.atZero = atZero;
    }

    @Override
    public String kind() {
      return "own";
    }

    @Override
    public Hyperparameter strength() {
      return strength;
    }

    @Override
    public String scaling() {
      return "keras";
    }

    @Override
    public String formula() {
      return "λ";
    }

    @Override
    public double effective(PenaltyBasis basis) {
      return strength.value();
    }

    @Override
    public AtZero atZero() {
      return atZero;
    }

    @Override
    public double value(float[] values, PenaltyBasis basis) {
      return 0;
    }

    @Override
    public void addGradient(float[] values, double[] gradient, int from, PenaltyBasis basis) {}
  }
}
