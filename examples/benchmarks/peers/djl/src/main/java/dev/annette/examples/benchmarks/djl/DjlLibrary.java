package dev.annette.examples.benchmarks.djl;

import ai.djl.engine.Engine;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import dev.annette.examples.benchmarks.task.Contender;
import dev.annette.examples.benchmarks.task.Library;
import dev.annette.examples.benchmarks.task.Perceptron;
import dev.annette.examples.benchmarks.task.Session;
import dev.annette.examples.benchmarks.task.Task;
import java.io.IOException;

/** PyTorch through the Deep Java Library. */
final class DjlLibrary implements Library {
  private DjlLibrary() {}

  /** Serves a task. */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("ai.djl.pytorch.num_threads", arguments[1]);
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    Contender.serve(new DjlLibrary(), arguments);
  }

  @Override
  public String describe() {
    return "DJL " + Engine.getDjlVersion() + ", PyTorch " + Engine.getInstance().getVersion();
  }

  @Override
  public Session begin(Task task, int threads) {
    return task.training() ? new DjlTraining(task) : new DjlPrediction(task);
  }

  /** Returns the layers of a network, with weights yet to be set. */
  static SequentialBlock block(Perceptron perceptron) {
    SequentialBlock block = new SequentialBlock();
    for (int layer = 1; layer <= perceptron.layers(); layer++) {
      block.add(Linear.builder().setUnits(perceptron.widths()[layer]).build());
      if (layer < perceptron.layers()) {
        block.add(Activation.reluBlock());
        if (perceptron.dropout() > 0) {
          block.add(Dropout.builder().optRate((float) perceptron.dropout()).build());
        }
      }
    }
    return block;
  }
}
