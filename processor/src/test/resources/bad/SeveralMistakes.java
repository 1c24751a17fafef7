package bad;

import static dev.annette.Activation.LEAKY_RELU;
import static dev.annette.Activation.SIGMOID;
import static dev.annette.Initializer.HE_NORMAL;
import static dev.annette.Loss.CROSS_ENTROPY;
import static dev.annette.PenaltyScaling.SKLEARN_RIDGE;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Init;
import dev.annette.L1;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(input = -64, loss = CROSS_ENTROPY, delta = 2, scaling = SKLEARN_RIDGE)
  //             ^ error: [annette/out-of-range] @Network(input = -64) on SeveralMistakes: input
  //     says how many features a row has, so it must be at least 1. Did you mean 64?
  //                                                ^ error: [annette/conflict] @Network(delta = 2)
  //     on SeveralMistakes: delta belongs to HUBER, but the loss is CROSS_ENTROPY. Remove delta, or
  //     write loss = HUBER.
  //                                                             ^ error: [annette/conflict]
  //     @Network(scaling = SKLEARN_RIDGE) on SeveralMistakes: SKLEARN_RIDGE belongs to a squared
  //     error, but the loss is CROSS_ENTROPY. Take another scaling, such as TEXTBOOK.
class SeveralMistakes {
  @Dense(units = 0, activation = LEAKY_RELU, slope = 3) @Dropout(1.5) @L2(-1) Layer first;
  //                                                             ^ error: [annette/out-of-range]
  //     @Dropout(1.5) on first: a dropout rate is the share of units left out in each training
  //     step, so it must be at least 0 and below 1. Did you mean 0.15?
  //             ^ error: [annette/out-of-range] @Dense(units = 0) on first: the number of units is
  //     the width of the layer's output, so it must be at least 1.
  //                                                 ^ error: [annette/out-of-range] @Dense(slope =
  //     3) on first: a slope is what a leaky ReLU multiplies negative numbers by, so it must be at
  //     least 0 and below 1. Did you mean 0.03?
  //                                                                      ^ error:
  //     [annette/out-of-range] @L2(-1) on first: a penalty's strength scales a sum that is never
  //     negative, so it must be at least 0 and finite. Did you mean 1?
  @Standardize @L1(0.1) Layer second;
  //                          ^ error: [annette/misplaced] second stands after first, but it
  //     measures raw features, so it must be the first layer. Move second to the top.
  //               ^ error: [annette/misplaced] @L1(0.1) on second acts on weights, but this layer
  //     has none. Move it to a layer with units, such as @Dense.
  @L2(1) Layer third;
//^ error: [annette/missing] @L2(1) on third changes a layer, but the field does not say which kind
//     of layer it is. Add one, such as @Dense(units = 10).
  @Dense(units = 8) int fourth;
  //                    ^ error: [annette/misplaced] @Dense stands on fourth, whose type is int, but
  //     a layer is a field of type Layer. Write Layer fourth;
  @Dense(units = 10, activation = SIGMOID) @Init(value = HE_NORMAL, constant = 1) Layer output;
  //                                                                           ^ error:
  //     [annette/conflict] @Init(constant = 1) on output: only CONSTANT starts every weight with
  //     one number, but the initializer is HE_NORMAL. Remove constant, or write @Init(value =
  //     CONSTANT, constant = 0.1).
  //                              ^ error: [annette/conflict] @Dense(activation = SIGMOID) on output
  //     contradicts @Network(loss = CROSS_ENTROPY): that loss applies SOFTMAX itself, to the
  //     numbers before it. Write SOFTMAX or LINEAR, or take loss = BINARY_CROSS_ENTROPY.
}
