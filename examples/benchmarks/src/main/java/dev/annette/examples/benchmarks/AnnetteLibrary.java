package dev.annette.examples.benchmarks;

import dev.annette.examples.benchmarks.task.Contender;
import dev.annette.examples.benchmarks.task.Library;
import dev.annette.examples.benchmarks.task.Perceptron;
import dev.annette.examples.benchmarks.task.Session;
import dev.annette.examples.benchmarks.task.Task;
import dev.annette.runtime.Annette;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.io.IOException;

/** This library, in the process of a contender. */
final class AnnetteLibrary implements Library {
  private AnnetteLibrary() {}

  /** Serves a task, with the kernels that the options of this JVM choose. */
  public static void main(String[] arguments) throws IOException {
    Contender.serve(new AnnetteLibrary(), arguments);
  }

  @Override
  public String describe() {
    return Annette.environment().toString();
  }

  @Override
  public Session begin(Task task, int threads) {
    NetworkTrainer<?> trainer = trainer(task, threads);
    return task.training()
        ? new TrainingSession(trainer, task)
        : new PredictionSession(trainer.model(), task, threads);
  }

  /** Returns a trainer that has the weights of a task and is ready for steps. */
  static NetworkTrainer<?> trainer(Task task, int threads) {
    NetworkTrainer<?> trainer = Workloads.named(task.name()).network().apply(1);
    Training training =
        Training.online()
            .optimizer(optimizer(task.perceptron()))
            .examples(Workload.EXAMPLES)
            .threads(threads);
    for (LayerDescription layer : trainer.description().layers()) {
      if (layer.modifiers().stream().anyMatch(modifier -> modifier.kind().equals("dropout"))) {
        training = training.dropout(layer.name(), task.perceptron().dropout());
      }
    }
    trainer.prepare(training);
    trainer.setParameters(task.weights());
    return trainer;
  }

  private static Optimizer optimizer(Perceptron perceptron) {
    if (perceptron.adam()) {
      return Adam.of(perceptron.rate());
    }
    return perceptron.momentum() > 0
        ? Sgd.momentum(perceptron.rate(), perceptron.momentum())
        : Sgd.of(perceptron.rate());
  }
}
