package dev.annette.examples.benchmarks.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.annette.examples.benchmarks.task.Session;
import dev.annette.examples.benchmarks.task.Task;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Predictions into a tensor that is there before, as the inputs are. */
final class OnnxSession implements Session {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final List<Map<String, OnnxTensor>> inputs = new ArrayList<>();
  private final Map<String, OnnxTensor> outputs;
  private final int width;

  OnnxSession(Task task, int threads) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      session = environment.createSession(OnnxModel.of(task), options);
    }
    width = task.perceptron().outputs();
    for (int batch = 0; batch < task.batches(); batch++) {
      inputs.add(Map.of(OnnxModel.INPUT, tensor(task.features(batch), task.rows())));
    }
    float[] room = new float[task.rows() * width];
    outputs = Map.of(OnnxModel.OUTPUT, tensor(room, task.rows()));
  }

  /** Returns {@code [rows, values / rows]} in memory outside of the heap. */
  private OnnxTensor tensor(float[] values, int rows) throws OrtException {
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(Float.BYTES * values.length)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    buffer.put(values).rewind();
    return OnnxTensor.createTensor(environment, buffer, new long[] {rows, values.length / rows});
  }

  @Override
  public void run(int batch) {
    predict(inputs.get(batch), outputs);
  }

  private void predict(Map<String, OnnxTensor> from, Map<String, OnnxTensor> to) {
    try (OrtSession.Result result = session.run(from, to)) {
      if (result.size() != 1) {
        throw new IllegalStateException(result.size() + " outputs");
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public double loss(int batch) {
    throw new UnsupportedOperationException("a prediction has no loss");
  }

  @Override
  public float[] predict(float[] rows, int count) {
    float[] predicted = new float[count * width];
    try (OnnxTensor from = tensor(rows, count);
        OnnxTensor to = tensor(predicted, count)) {
      predict(Map.of(OnnxModel.INPUT, from), Map.of(OnnxModel.OUTPUT, to));
      to.getFloatBuffer().get(predicted);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
    return predicted;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
