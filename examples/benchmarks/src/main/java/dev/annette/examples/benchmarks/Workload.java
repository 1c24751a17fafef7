package dev.annette.examples.benchmarks;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Random;
import java.util.function.LongFunction;

/** A network with its batch size and optimizer, and random rows for it. */
enum Workload {
  /** 4-16-3, batches of 32, SGD. */
  W1(TinyNetTrainer::create, 4, 3, 32, Sgd.of(0.01)),
  /** 32-64-32-1, batches of 64, Adam, L2, dropout 0.2. */
  W2(TabularNetTrainer::create, 32, 1, 64, Adam.of(0.001)),
  /** 784-128-10, batches of 32, SGD. */
  W3(SmallImageNetTrainer::create, 784, 10, 32, Sgd.of(0.01)),
  /** 784-512-512-10, batches of 128, Adam, L2, dropout 0.5. */
  W4(ImageNetTrainer::create, 784, 10, 128, Adam.of(0.001));

  private static final int EXAMPLES = 60_000;

  private final LongFunction<NetworkTrainer<?>> network;
  private final int inputs;
  private final int outputs;
  private final int batchRows;
  private final Optimizer optimizer;

  Workload(
      LongFunction<NetworkTrainer<?>> network,
      int inputs,
      int outputs,
      int batchRows,
      Optimizer optimizer) {
    this.network = network;
    this.inputs = inputs;
    this.outputs = outputs;
    this.batchRows = batchRows;
    this.optimizer = optimizer;
  }

  /** Returns a trainer that is ready for steps. */
  NetworkTrainer<?> trainer(int threads) {
    NetworkTrainer<?> trainer = network.apply(1);
    trainer.prepare(Training.online().optimizer(optimizer).examples(EXAMPLES).threads(threads));
    return trainer;
  }

  int outputs() {
    return outputs;
  }

  /** Returns dense rows of normal numbers. */
  float[][] rows(int count) {
    Random random = new Random(2);
    float[][] rows = new float[count][inputs];
    for (float[] row : rows) {
      for (int i = 0; i < inputs; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return rows;
  }

  /** Returns batches of random rows with random targets. */
  Batch[] batches(int count) {
    Random random = new Random(3);
    Batch[] batches = new Batch[count];
    for (int b = 0; b < count; b++) {
      float[][] rows = rows(batchRows);
      batches[b] = (outputs == 1 ? numbers(rows, random) : classes(rows, random)).toBatch();
    }
    return batches;
  }

  private static Dataset numbers(float[][] rows, Random random) {
    float[] targets = new float[rows.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) random.nextGaussian();
    }
    return Dataset.ofValues(rows, targets);
  }

  private Dataset classes(float[][] rows, Random random) {
    int[] labels = new int[rows.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = random.nextInt(outputs);
    }
    return Dataset.ofClasses(rows, labels);
  }
}
