package dev.annette.runtime.train;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.parallel.Workers;

/** A program that trains with all the processors it has, and prints what threads it has then. */
final class ThreadCount {
  private ThreadCount() {}

  /** Prints the processors, and the workers that there are after a run. */
  public static void main(String[] arguments) {
    Dataset rows = Rows.regression(64, HiddenTrainer.INPUT_SIZE, 3);
    HiddenTrainer.create(1).fit(rows, Training.epochs(2));
    System.out.println(Workers.available() + " " + workers());
  }

  /** Returns how many threads there are that trainers have started. */
  static long workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("annette-"))
        .count();
  }
}
