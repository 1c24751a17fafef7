package dev.annette.examples.benchmarks.task;

import java.io.IOException;

/** A library that works on tasks. */
public interface Library {
  /** Returns its name, version and what it computes with, in one line. */
  String describe();

  /** Begins a task with its initial weights. */
  Session begin(Task task, int threads) throws IOException;
}
