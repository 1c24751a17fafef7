package bad;

import static dev.annette.Activation.HARD_SIGMOID;
import static dev.annette.Activation.RELU;
import static dev.annette.Activation.SOFTMAX;
import static dev.annette.Activation.TANH;
import static dev.annette.Loss.HALF_SQUARED_ERROR;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.KlSparsity;
import dev.annette.Layer;
import dev.annette.Network;

@Network(input = 4, loss = HALF_SQUARED_ERROR)
class KlSparsityOfOtherOutputs {
  @Dense(units = 8, activation = RELU) @KlSparsity(3) Layer a;
  //                                               ^ error: [annette/conflict] @KlSparsity(3) on a:
  //     it compares the mean of a unit's outputs with a target between 0 and 1, but those of RELU
  //     lie elsewhere too. Write activation = SIGMOID or HARD_SIGMOID, or take @ActivityL1.
  @Dense(units = 8, activation = TANH) @KlSparsity(3) Layer b;
  //                                               ^ error: [annette/conflict] @KlSparsity(3) on b:
  //     it compares the mean of a unit's outputs with a target between 0 and 1, but those of TANH
  //     lie elsewhere too. Write activation = SIGMOID or HARD_SIGMOID, or take @ActivityL1.
  @Dense(units = 8, activation = SOFTMAX) @KlSparsity(3) Layer c;
  //                                                  ^ error: [annette/conflict] @KlSparsity(3) on
  //     c: it draws the means of all units to the same target, but outputs of SOFTMAX sum to 1, so
  //     at best their means become equal. Write activation = SIGMOID.
  @Dense(units = 8) @KlSparsity(3) Layer d;
  //                            ^ error: [annette/conflict] @KlSparsity(3) on d: it compares the
  //     mean of a unit's outputs with a target between 0 and 1, but those of LINEAR lie elsewhere
  //     too. Write activation = SIGMOID or HARD_SIGMOID, or take @ActivityL1.
  @Dropout(0.2) @KlSparsity(3) Layer e;
  //                        ^ error: [annette/conflict] @KlSparsity(3) on e: it compares the mean of
  //     a unit's outputs with a target between 0 and 1, but this layer has no activation that keeps
  //     them there. Put it beside @Dense(activation = SIGMOID).
  @Dense(units = 8, activation = HARD_SIGMOID) @KlSparsity(3) Layer f;
  @Dense(units = 1) Layer output;
}
