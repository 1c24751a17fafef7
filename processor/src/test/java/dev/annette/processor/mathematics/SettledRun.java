package dev.annette.processor.mathematics;

import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.runtime.train.Adadelta;
import dev.annette.runtime.train.Adagrad;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.AdamW;
import dev.annette.runtime.train.Adamax;
import dev.annette.runtime.train.AmsGrad;
import dev.annette.runtime.train.CosineDecay;
import dev.annette.runtime.train.Ftrl;
import dev.annette.runtime.train.Lion;
import dev.annette.runtime.train.Nadam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.RmsProp;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.List;

/**
 * An optimizer with a learning rate under which full-batch training of a {@link ConvexProblem}
 * settles.
 *
 * @param optimizer the rule
 * @param falls whether the learning rate falls along half a cosine to {@link #FLOOR}, which steps
 *     need whose size does not shrink with the gradient
 */
record SettledRun(Optimizer optimizer, boolean falls) {
  static final double FLOOR = 1e-4;
  private static final int STEPS = 2000;

  /** Every optimizer, without a decay of its own. */
  static final List<SettledRun> ALL =
      List.of(
          new SettledRun(Sgd.of(0.3), false),
          new SettledRun(Sgd.momentum(0.1, 0.9), false),
          new SettledRun(Sgd.nesterov(0.1, 0.9), false),
          new SettledRun(RmsProp.of(0.02), true),
          new SettledRun(Adam.of(0.02), true),
          new SettledRun(AdamW.of(0.02).withWeightDecay(0), true),
          new SettledRun(Adagrad.of(0.5), true),
          new SettledRun(Adadelta.of(3), true),
          new SettledRun(Adamax.of(0.02), true),
          new SettledRun(Nadam.of(0.02), true),
          new SettledRun(AmsGrad.of(0.05), true),
          new SettledRun(Lion.of(0.02), true),
          new SettledRun(Ftrl.of(1), false));

  /** Returns the weights and biases where training ends. */
  float[] parameters(GeneratedNetwork network, ConvexProblem problem) {
    NetworkTrainer<?> trainer = network.create(1);
    trainer.fit(problem.dataset(), training());
    float[] parameters = new float[ConvexProblem.PARAMETERS];
    trainer.getParameters(parameters);
    return parameters;
  }

  Training training() {
    Training training =
        Training.steps(STEPS).fullBatch().threads(1).metrics(false).optimizer(optimizer);
    return falls ? training.learningRate(CosineDecay.overRun().withFloor(FLOOR)) : training;
  }

  /** Returns the learning rate of the last step. */
  double lastRate() {
    return optimizer.learningRate() * (falls ? FLOOR : 1);
  }

  @Override
  public String toString() {
    return optimizer.describe();
  }
}
