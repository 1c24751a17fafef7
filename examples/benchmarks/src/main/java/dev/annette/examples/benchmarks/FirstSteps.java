package dev.annette.examples.benchmarks;

import dev.annette.examples.benchmarks.task.Session;
import dev.annette.examples.benchmarks.task.Task;

/** A program that begins to train the network of W3, to see how long a fresh JVM takes. */
public final class FirstSteps {
  private FirstSteps() {}

  /** Prints {@code answered} as soon as it has made a step, and then its {@link WarmUpCurve}. */
  public static void main(String[] arguments) {
    Task task = Workloads.named("W3").task();
    Session session = new TrainingSession(AnnetteLibrary.trainer(task, 1), task);
    int[] next = {0};
    session.run(0);
    System.out.println("answered 0");
    System.out.println(WarmUpCurve.of(() -> session.run(next[0]++ % task.batches())));
  }
}
