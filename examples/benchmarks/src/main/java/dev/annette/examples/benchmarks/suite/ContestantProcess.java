package dev.annette.examples.benchmarks.suite;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A running contender. Answers may take {@value #PATIENCE_MINUTES} minutes. */
final class ContestantProcess implements AutoCloseable {
  private static final int PATIENCE_MINUTES = 10;

  /** The time over which one looks whether threads are still busy, and how often one looks. */
  private static final int LOOK_MILLIS = 50;

  private static final int LOOKS = 60;

  /** Not one tick of the clock that counts what a process used. */
  private static final Duration IDLE = Duration.ofMillis(5);

  private static final String END = "end of output";

  private final Contestant contestant;
  private final Path errors;
  private final Process process;
  private final BufferedWriter questions;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private boolean restless;

  /** Starts it; what it prints as errors goes to a file. */
  ContestantProcess(Contestant contestant, Path task, int threads, Path errors) throws IOException {
    this.contestant = contestant;
    this.errors = errors;
    process = contestant.process(task, threads).redirectError(errors.toFile()).start();
    questions = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "answers of " + contestant.name());
    reader.setDaemon(true);
    reader.start();
  }

  Contestant contestant() {
    return contestant;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.add(line);
      }
    } catch (IOException e) {
      answers.add(END + ": " + e.getMessage()); // it was closed while it spoke
    } finally {
      answers.add(END);
    }
  }

  /** Waits until the library is loaded and returns how it describes itself. */
  String ready() throws IOException, InterruptedException {
    return answer("ready");
  }

  /** Asks, waits, and returns the numbers of the answer. */
  double[] ask(String question) throws IOException, InterruptedException {
    try {
      questions.write(question);
      questions.newLine();
      questions.flush();
    } catch (IOException e) {
      throw new IOException(lastError(), e);
    }
    String[] words = answer(question.split(" ")[0]).split(" ");
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Double.parseDouble(words[i]);
    }
    return numbers;
  }

  /** Works for some time and returns the nanoseconds of a step or prediction. */
  double window(int millis) throws IOException, InterruptedException {
    double[] answer = ask("window " + millis);
    return answer[1] / answer[0];
  }

  /**
   * Waits until its threads sleep, at most {@value #LOOKS} times {@value #LOOK_MILLIS} ms: those of
   * some libraries spin for a while after their work, and would take a processor from who is next.
   * Where the system does not count what a process used, one look is all.
   */
  void settle() throws InterruptedException {
    Duration before = processorTime();
    for (int look = 0; look < LOOKS; look++) {
      Thread.sleep(LOOK_MILLIS);
      Duration now = processorTime();
      if (now.minus(before).compareTo(IDLE) < 0) {
        return;
      }
      before = now;
    }
    if (!restless) {
      System.out.println("  " + contestant.name() + " keeps a processor busy while it waits");
      restless = true;
    }
  }

  private Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Returns the next answer that begins so; libraries print much else. */
  private String answer(String word) throws IOException, InterruptedException {
    while (true) {
      String line = answers.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
      if (line == null) {
        throw new IOException("no answer in " + PATIENCE_MINUTES + " minutes to " + word);
      }
      if (line.startsWith(END)) {
        throw new IOException(lastError());
      }
      if (line.startsWith(word + " ")) {
        return line.substring(word.length() + 1);
      }
    }
  }

  /** Returns the last line that says what is wrong. */
  private String lastError() throws IOException, InterruptedException {
    process.waitFor(1, TimeUnit.SECONDS);
    List<String> lines = Files.readAllLines(errors, StandardCharsets.UTF_8);
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("at ")) {
        return line.replace("Exception in thread \"main\" ", "");
      }
    }
    return "ended without a word";
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
