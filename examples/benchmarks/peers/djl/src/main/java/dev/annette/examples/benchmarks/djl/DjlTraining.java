package dev.annette.examples.benchmarks.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.annette.examples.benchmarks.task.Perceptron;
import dev.annette.examples.benchmarks.task.Session;
import dev.annette.examples.benchmarks.task.Task;

/** Training steps with a trainer of DJL, on arrays that are there before. */
final class DjlTraining implements Session {
  private final Model model = Model.newInstance("perceptron");
  private final Trainer trainer;
  private final NDManager manager;
  private final Loss loss;
  private final NDList[] features;
  private final NDList[] targets;

  DjlTraining(Task task) {
    Perceptron perceptron = task.perceptron();
    SequentialBlock block = DjlLibrary.block(perceptron);
    model.setBlock(block);
    loss = perceptron.classes() ? Loss.softmaxCrossEntropyLoss() : Loss.l2Loss();
    trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(optimizer(perceptron)));
    trainer.initialize(new Shape(task.rows(), perceptron.inputs()));
    Rows.setWeights(block, task);
    manager = trainer.getManager();
    features = Rows.features(task, manager);
    targets = Rows.targets(task, manager);
  }

  /** Returns the optimizer; its decay acts on biases too. */
  private static Optimizer optimizer(Perceptron perceptron) {
    Tracker rate = Tracker.fixed((float) perceptron.rate());
    float decay = (float) perceptron.l2();
    if (perceptron.adam()) {
      return Optimizer.adam().optLearningRateTracker(rate).optWeightDecays(decay).build();
    }
    return Optimizer.sgd()
        .setLearningRateTracker(rate)
        .optMomentum((float) perceptron.momentum())
        .optWeightDecays(decay)
        .build();
  }

  @Override
  public void run(int batch) {
    step(batch, false);
  }

  @Override
  public double loss(int batch) {
    return step(batch, true);
  }

  private double step(int batch, boolean read) {
    double value = 0;
    try (NDManager step = manager.newSubManager()) {
      features[batch].tempAttach(step);
      targets[batch].tempAttach(step);
      try (GradientCollector gradients = trainer.newGradientCollector()) {
        NDArray mean = loss.evaluate(targets[batch], trainer.forward(features[batch]));
        gradients.backward(mean);
        value = read ? mean.getFloat() : 0;
      }
      trainer.step();
    }
    return value;
  }

  @Override
  public float[] predict(float[] rows, int count) {
    try (NDManager step = manager.newSubManager()) {
      return trainer.evaluate(new NDList(Rows.features(rows, count, step))).get(0).toFloatArray();
    }
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
