package dev.annette.examples.benchmarks.suite;

import dev.annette.examples.benchmarks.task.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A library in one configuration, and how its process is started.
 *
 * @param library the column of the table
 * @param variant what tells it from others of its library
 * @param command starts a process that takes a task's folder and the number of threads next
 * @param after more arguments, behind those
 * @param environment variables of the process; {@code %THREADS%} stands for the threads
 * @param takes the tasks that the library can do at all
 */
record Contestant(
    String library,
    String variant,
    List<String> command,
    List<String> after,
    Map<String, String> environment,
    Predicate<Task> takes) {

  static final String ANNETTE = "Annette";

  /** Returns the name by which settings and raw numbers call it. */
  String name() {
    return variant.isEmpty() ? library : library + " " + variant;
  }

  boolean isAnnette() {
    return library.equals(ANNETTE);
  }

  /** Returns what starts it on a task. */
  ProcessBuilder process(Path task, int threads) {
    List<String> words = new ArrayList<>(command);
    words.add(task.toString());
    words.add(Integer.toString(threads));
    words.addAll(after);
    ProcessBuilder builder = new ProcessBuilder(words);
    environment.forEach(
        (key, value) ->
            builder.environment().put(key, value.replace("%THREADS%", Integer.toString(threads))));
    return builder;
  }
}
