package dev.annette.examples.benchmarks;

import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.EarlyStopping;
import dev.annette.runtime.train.Ema;
import dev.annette.runtime.train.ExponentialDecay;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Swa;
import dev.annette.runtime.train.Training;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A technique or an option of a run, and what its work is compared with. */
enum CostCase {
  NOTHING(step(Regularised_PlainTrainer::create), step(Regularised_PlainTrainer::create)),
  L1(step(Regularised_WithL1Trainer::create), step(Regularised_PlainTrainer::create)),
  L2(step(Regularised_WithL2Trainer::create), step(Regularised_PlainTrainer::create)),
  GROUP_LASSO(
      step(Regularised_WithGroupLassoTrainer::create, run -> run.optimizer(Sgd.of(0.01))),
      step(Regularised_PlainTrainer::create, run -> run.optimizer(Sgd.of(0.01)))),
  ORTHOGONAL_PENALTY(
      step(Regularised_WithOrthogonalPenaltyTrainer::create),
      step(Regularised_PlainTrainer::create)),
  ACTIVITY_L1(
      step(Regularised_WithActivityL1Trainer::create), step(Regularised_PlainTrainer::create)),
  ACTIVITY_L2(
      step(Regularised_WithActivityL2Trainer::create), step(Regularised_PlainTrainer::create)),
  KL_SPARSITY(
      step(Regularised_WithKlSparsityTrainer::create),
      step(Regularised_PlainSigmoidTrainer::create)),
  CUSTOM_PENALTY(
      step(Regularised_WithCustomPenaltyTrainer::create), step(Regularised_PlainTrainer::create)),
  CUSTOM_LOSS(
      step(Regularised_WithCustomLossTrainer::create),
      step(Regularised_PlainSquaresTrainer::create)),
  WEIGHT_DECAY(
      step(Regularised_WithWeightDecayTrainer::create), step(Regularised_PlainTrainer::create)),
  MAX_NORM(step(Regularised_WithMaxNormTrainer::create), step(Regularised_PlainTrainer::create)),
  UNIT_NORM(step(Regularised_WithUnitNormTrainer::create), step(Regularised_PlainTrainer::create)),
  MIN_MAX_NORM(
      step(Regularised_WithMinMaxNormTrainer::create), step(Regularised_PlainTrainer::create)),
  NON_NEGATIVE(
      step(Regularised_WithNonNegativeTrainer::create), step(Regularised_PlainTrainer::create)),
  BATCH_NORM(
      step(Regularised_WithBatchNormTrainer::create), step(Regularised_PlainTrainer::create)),
  LAYER_NORM(
      step(Regularised_WithLayerNormTrainer::create), step(Regularised_PlainTrainer::create)),
  RMS_NORM(step(Regularised_WithRmsNormTrainer::create), step(Regularised_PlainTrainer::create)),
  DROPOUT(step(Regularised_WithDropoutTrainer::create), step(Regularised_PlainTrainer::create)),
  DROPOUT_PER_BATCH(
      step(Regularised_WithSharedDropoutTrainer::create), step(Regularised_PlainTrainer::create)),
  /** Of 128 rows of the network W4. */
  WIDE_DROPOUT(wideStep(Wide_WithDropoutTrainer::create), wideStep(Wide_PlainTrainer::create)),
  WIDE_DROPOUT_PER_BATCH(
      wideStep(Wide_WithSharedDropoutTrainer::create), wideStep(Wide_PlainTrainer::create)),
  GAUSSIAN_DROPOUT(
      step(Regularised_WithGaussianDropoutTrainer::create), step(Regularised_PlainTrainer::create)),
  GAUSSIAN_NOISE(
      step(Regularised_WithGaussianNoiseTrainer::create), step(Regularised_PlainTrainer::create)),
  ALPHA_DROPOUT(
      step(Regularised_WithAlphaDropoutTrainer::create),
      step(Regularised_PlainSeluTrainer::create)),
  DROP_CONNECT_PER_ROW(
      step(Regularised_WithDropConnectTrainer::create), step(Regularised_PlainTrainer::create)),
  DROP_CONNECT_PER_BATCH(
      step(Regularised_WithSharedDropConnectTrainer::create),
      step(Regularised_PlainTrainer::create)),
  LABEL_SMOOTHING(
      step(Regularised_PlainTrainer::create, run -> run.labelSmoothing(0.1)),
      step(Regularised_PlainTrainer::create)),
  MIXUP(
      step(Regularised_PlainTrainer::create, run -> run.mixup(0.2)),
      step(Regularised_PlainTrainer::create)),
  CLASS_WEIGHTS(
      step(Regularised_PlainTrainer::create, run -> run.classWeights(1, 2, 1, 2, 1, 2, 1, 2, 1, 2)),
      step(Regularised_PlainTrainer::create)),
  CLIP_VALUE(
      step(Regularised_PlainTrainer::create, run -> run.clipValue(0.5)),
      step(Regularised_PlainTrainer::create)),
  CLIP_NORM(
      step(Regularised_PlainTrainer::create, run -> run.clipNorm(1)),
      step(Regularised_PlainTrainer::create)),
  CLIP_GLOBAL_NORM(
      step(Regularised_PlainTrainer::create, run -> run.clipGlobalNorm(1)),
      step(Regularised_PlainTrainer::create)),
  SCHEDULE(
      step(
          Regularised_PlainTrainer::create,
          run -> run.learningRate(ExponentialDecay.of(0.999).perStep())),
      step(Regularised_PlainTrainer::create)),
  EMA(run(run -> run.averaging(Ema.of(0.999))), run(run -> run)),
  SWA(run(run -> run.averaging(Swa.from(1))), run(run -> run)),
  /** As many rows to validate as to train on. */
  VALIDATION(run(CostCase::validated), run(run -> run)),
  EARLY_STOPPING(
      run(run -> validated(run).earlyStopping(EarlyStopping.defaults().withPatience(100))),
      run(CostCase::validated)),
  MONTE_CARLO(
      () -> Work.samples(Regularised_WithDropoutTrainer.create(1)),
      () -> Work.predictions(Regularised_WithDropoutTrainer.create(1).model(), Work.BATCH)),
  PREDICTION_AFTER_DROP_CONNECT(
      () -> Work.predictions(connected(), Work.BATCH),
      () -> Work.predictions(Regularised_PlainTrainer.create(1).model(), Work.BATCH)),
  /** Of one row, with a tenth of the weights left. */
  PRUNED_PREDICTION(
      () -> Work.predictions(thinned().pruned(), 1), () -> Work.predictions(thinned(), 1));

  private final Supplier<Work> with;
  private final Supplier<Work> without;

  CostCase(Supplier<Work> with, Supplier<Work> without) {
    this.with = with;
    this.without = without;
  }

  /** Returns work with it. */
  Work with() {
    return with.get();
  }

  /** Returns the same work without it. */
  Work without() {
    return without.get();
  }

  private static Supplier<Work> step(LongFunction<NetworkTrainer<?>> network) {
    return step(network, UnaryOperator.identity());
  }

  private static Supplier<Work> step(
      LongFunction<NetworkTrainer<?>> network, UnaryOperator<Training> options) {
    return () -> Work.steps(network.apply(1), options);
  }

  private static Supplier<Work> wideStep(LongFunction<NetworkTrainer<?>> network) {
    return () -> Work.steps(network.apply(1), 128, UnaryOperator.identity());
  }

  private static Supplier<Work> run(UnaryOperator<Training> options) {
    return () -> Work.runs(Regularised_PlainTrainer.create(1), options);
  }

  private static Training validated(Training run) {
    return run.validation(Work.rows(Regularised_PlainTrainer.create(1), 16 * Work.BATCH, 3));
  }

  /** Returns a model that knows from an update which share of connections it was without. */
  private static NetworkModel connected() {
    NetworkTrainer<?> trainer = Regularised_WithDropConnectTrainer.create(1);
    Work.steps(trainer, UnaryOperator.identity()).run();
    return trainer.model();
  }

  private static NetworkModel thinned() {
    NetworkTrainer<?> trainer = Regularised_PlainTrainer.create(1);
    Random random = new Random(1);
    for (String name : new String[] {"hidden.weights", "output.weights"}) {
      float[] weights = trainer.parameter(name);
      for (int i = 0; i < weights.length; i++) {
        weights[i] = random.nextInt(10) == 0 ? weights[i] : 0;
      }
      trainer.setParameter(name, weights);
    }
    return trainer.model();
  }
}
