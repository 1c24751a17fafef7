package dev.annette.examples.benchmarks.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.annette.examples.benchmarks.task.Contender;
import dev.annette.examples.benchmarks.task.Library;
import dev.annette.examples.benchmarks.task.Session;
import dev.annette.examples.benchmarks.task.Task;
import java.io.IOException;

/** ONNX Runtime. */
final class OnnxLibrary implements Library {
  private OnnxLibrary() {}

  /** Serves a task. */
  public static void main(String[] arguments) throws IOException {
    Contender.serve(new OnnxLibrary(), arguments);
  }

  @Override
  public String describe() {
    return "ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion();
  }

  @Override
  public Session begin(Task task, int threads) throws IOException {
    if (task.training()) {
      throw new IllegalArgumentException("ONNX Runtime predicts only");
    }
    try {
      return new OnnxSession(task, threads);
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }
}
