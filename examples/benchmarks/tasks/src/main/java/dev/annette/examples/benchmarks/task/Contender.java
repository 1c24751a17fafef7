package dev.annette.examples.benchmarks.task;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.StringJoiner;

/**
 * A library in a process of its own, which answers lines with lines:
 *
 * <pre>
 * losses 20             losses L1 L2 ...          of the first 20 steps without dropout
 * noisy 20              noisy M                   the mean loss of the first 20 steps with dropout
 * outputs               outputs P1 P2 ...         of the first row
 * window 300            window 1234 300123456     steps or predictions in about 300 ms, nanoseconds
 * race 0.975 FOLDER     race 3 0.9761             epochs on MNIST until that accuracy on its test
 * quit
 * </pre>
 *
 * While it waits for a line it needs no processor, so that others can be timed in turn.
 */
public final class Contender {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int EPOCHS = 30;

  private final Library library;
  private final Task task;
  private final int threads;
  private final PrintStream out;

  private Contender(Library library, Task task, int threads, PrintStream out) {
    this.library = library;
    this.task = task;
    this.threads = threads;
    this.out = out;
  }

  /**
   * Answers the lines of the standard input.
   *
   * @param arguments the folder of a task, and the number of threads
   */
  public static void serve(Library library, String... arguments) throws IOException {
    PrintStream out = System.out;
    System.setOut(System.err); // what a library prints is no answer
    Task task = Task.read(Path.of(arguments[0]));
    new Contender(library, task, Integer.parseInt(arguments[1]), out).serve();
  }

  private void serve() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    say("ready " + library.describe());
    Session timed = null;
    int next = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", 3);
      switch (words[0]) {
        case "losses" -> say("losses " + losses(Integer.parseInt(words[1])));
        case "noisy" -> say("noisy " + meanLoss(Integer.parseInt(words[1])));
        case "outputs" -> say("outputs " + outputs());
        case "race" -> say("race " + race(Double.parseDouble(words[1]), Path.of(words[2])));
        case "window" -> {
          timed = timed == null ? library.begin(task, threads) : timed;
          next = window(timed, next, Long.parseLong(words[1]) * NANOS_PER_MILLI);
        }
        case "quit" -> {
          return;
        }
        default -> throw new IOException("not a question: " + line);
      }
    }
  }

  /** Works for some time, from a batch on; returns the batch to go on with. */
  private int window(Session timed, int first, long nanos) {
    int batches = task.batches();
    int batch = first;
    long count = 0;
    long start = System.nanoTime();
    long end = start;
    while (end - start < nanos) {
      timed.run(batch);
      batch = batch + 1 == batches ? 0 : batch + 1;
      count++;
      end = System.nanoTime();
    }
    say("window " + count + " " + (end - start));
    return batch;
  }

  private String losses(int steps) throws IOException {
    StringJoiner losses = new StringJoiner(" ");
    try (Session session = library.begin(task.withoutDropout(), threads)) {
      for (int step = 0; step < steps; step++) {
        losses.add(Double.toString(session.loss(step % task.batches())));
      }
    }
    return losses.toString();
  }

  private double meanLoss(int steps) throws IOException {
    double sum = 0;
    try (Session session = library.begin(task, threads)) {
      for (int step = 0; step < steps; step++) {
        sum += session.loss(step % task.batches());
      }
    }
    return sum / steps;
  }

  private String outputs() throws IOException {
    StringJoiner outputs = new StringJoiner(" ");
    try (Session session = library.begin(task, threads)) {
      float[] all = session.predict(task.features(0), task.rows());
      for (int output = 0; output < task.perceptron().outputs(); output++) {
        outputs.add(Float.toString(all[output]));
      }
    }
    return outputs.toString();
  }

  private String race(double wanted, Path folder) throws IOException {
    Mnist test = Mnist.read(folder, "t10k");
    Task learning = Mnist.read(folder, "train").task(task);
    double accuracy = 0;
    int epoch = 0;
    try (Session session = library.begin(learning, threads)) {
      while (accuracy < wanted && epoch < EPOCHS) {
        for (int batch = 0; batch < learning.batches(); batch++) {
          session.run(batch);
        }
        accuracy = test.accuracy(session);
        epoch++;
      }
    }
    return epoch + " " + accuracy;
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
