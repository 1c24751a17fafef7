package dev.annette.examples.benchmarks;

import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Ema;
import dev.annette.runtime.train.ExponentialDecay;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** A technique or an option of a run, and what its step is compared with. */
enum CostCase {
  NOTHING(Regularised_PlainTrainer::create),
  L1(Regularised_WithL1Trainer::create),
  L2(Regularised_WithL2Trainer::create),
  GROUP_LASSO(
      Regularised_WithGroupLassoTrainer::create,
      Regularised_PlainTrainer::create,
      run -> run.optimizer(Sgd.of(0.01))),
  ORTHOGONAL_PENALTY(Regularised_WithOrthogonalPenaltyTrainer::create),
  ACTIVITY_L1(Regularised_WithActivityL1Trainer::create),
  ACTIVITY_L2(Regularised_WithActivityL2Trainer::create),
  KL_SPARSITY(
      Regularised_WithKlSparsityTrainer::create,
      Regularised_PlainSigmoidTrainer::create,
      UnaryOperator.identity()),
  WEIGHT_DECAY(Regularised_WithWeightDecayTrainer::create),
  MAX_NORM(Regularised_WithMaxNormTrainer::create),
  UNIT_NORM(Regularised_WithUnitNormTrainer::create),
  MIN_MAX_NORM(Regularised_WithMinMaxNormTrainer::create),
  NON_NEGATIVE(Regularised_WithNonNegativeTrainer::create),
  BATCH_NORM(Regularised_WithBatchNormTrainer::create),
  LAYER_NORM(Regularised_WithLayerNormTrainer::create),
  RMS_NORM(Regularised_WithRmsNormTrainer::create),
  DROPOUT(Regularised_WithDropoutTrainer::create),
  GAUSSIAN_DROPOUT(Regularised_WithGaussianDropoutTrainer::create),
  GAUSSIAN_NOISE(Regularised_WithGaussianNoiseTrainer::create),
  ALPHA_DROPOUT(
      Regularised_WithAlphaDropoutTrainer::create,
      Regularised_PlainSeluTrainer::create,
      UnaryOperator.identity()),
  DROP_CONNECT_PER_ROW(Regularised_WithDropConnectTrainer::create),
  DROP_CONNECT_PER_BATCH(Regularised_WithSharedDropConnectTrainer::create),
  LABEL_SMOOTHING((Training run) -> run.labelSmoothing(0.1)),
  MIXUP((Training run) -> run.mixup(0.2)),
  CLASS_WEIGHTS((Training run) -> run.classWeights(1, 2, 1, 2, 1, 2, 1, 2, 1, 2)),
  CLIP_VALUE((Training run) -> run.clipValue(0.5)),
  CLIP_NORM((Training run) -> run.clipNorm(1)),
  CLIP_GLOBAL_NORM((Training run) -> run.clipGlobalNorm(1)),
  SCHEDULE((Training run) -> run.learningRate(ExponentialDecay.of(0.999).perStep())),
  EMA((Training run) -> run.averaging(Ema.of(0.999)));

  private final LongFunction<NetworkTrainer<?>> with;
  private final LongFunction<NetworkTrainer<?>> without;
  private final UnaryOperator<Training> both;
  private final UnaryOperator<Training> option;

  /** A technique of the network, beside the network without one. */
  CostCase(LongFunction<NetworkTrainer<?>> with) {
    this(with, Regularised_PlainTrainer::create, UnaryOperator.identity());
  }

  /** A technique of the network, beside another network; both runs may need something. */
  CostCase(
      LongFunction<NetworkTrainer<?>> with,
      LongFunction<NetworkTrainer<?>> without,
      UnaryOperator<Training> both) {
    this.with = with;
    this.without = without;
    this.both = both;
    this.option = UnaryOperator.identity();
  }

  /** An option of a run. */
  CostCase(UnaryOperator<Training> option) {
    this.with = Regularised_PlainTrainer::create;
    this.without = Regularised_PlainTrainer::create;
    this.both = UnaryOperator.identity();
    this.option = option;
  }

  /** Returns updates of a network that has it. */
  Updates with() {
    return updates(with, option);
  }

  /** Returns updates of a network that lacks it and is the same otherwise. */
  Updates without() {
    return updates(without, UnaryOperator.identity());
  }

  private Updates updates(LongFunction<NetworkTrainer<?>> network, UnaryOperator<Training> change) {
    UnaryOperator<Training> options =
        training -> change.apply(both.apply(training.optimizer(Adam.of(0.001)).threads(1)));
    return this == EMA
        ? Updates.ofRuns(network.apply(1), options)
        : Updates.ofSteps(network.apply(1), options);
  }
}
