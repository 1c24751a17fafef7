package dev.annette.examples.benchmarks;

import dev.annette.examples.benchmarks.task.Perceptron;
import dev.annette.runtime.train.NetworkTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** The workloads W1 to W8, and those of the cost curves. */
public final class Workloads {
  private static final Perceptron TINY = classes(0.01, 0, 4, 16, 3);
  private static final Perceptron TABULAR =
      new Perceptron(
          new int[] {32, 64, 32, 1}, false, 0.2, 1.0 / Workload.EXAMPLES, true, 0.001, 0);
  private static final Perceptron ONLINE =
      new Perceptron(new int[] {32, 64, 32, 1}, false, 0, 0, false, 0.001, 0);
  private static final Perceptron SMALL_IMAGES = classes(0.01, 0, 784, 128, 10);
  private static final Perceptron IMAGES =
      new Perceptron(
          new int[] {784, 512, 512, 10}, true, 0.5, 1.0 / Workload.EXAMPLES, true, 0.001, 0);
  private static final Perceptron LARGE = classes(0.01, 0.9, 1024, 4096, 4096, 1000);

  private static final Map<String, Workload> BY_NAME = new LinkedHashMap<>();

  static {
    training("W1", TinyNetTrainer::create, TINY, 32);
    training("W2", TabularNetTrainer::create, TABULAR, 64);
    training("W3", SmallImageNetTrainer::create, SMALL_IMAGES, 32);
    training("W4", ImageNetTrainer::create, IMAGES, 128);
    training("W5", LargeNetTrainer::create, LARGE, 256);
    training("W6", OnlineNetTrainer::create, ONLINE, 1);
    predicting("W7a", TinyNetTrainer::create, TINY, 1);
    predicting("W7b", TabularNetTrainer::create, TABULAR, 1);
    predicting("W7c", SmallImageNetTrainer::create, SMALL_IMAGES, 1);
    predicting("W7d", ImageNetTrainer::create, IMAGES, 1);
    predicting("W8", ImageNetTrainer::create, IMAGES, 1024);
    for (int rows = 1; rows <= 1024; rows *= 4) {
      training("batch " + rows, Curves_Width256Trainer::create, wide(256), rows);
    }
    width(16, Curves_Width16Trainer::create);
    width(32, Curves_Width32Trainer::create);
    width(64, Curves_Width64Trainer::create);
    width(128, Curves_Width128Trainer::create);
    width(256, Curves_Width256Trainer::create);
    width(512, Curves_Width512Trainer::create);
    width(1024, Curves_Width1024Trainer::create);
    depth(1, Curves_Depth1Trainer::create);
    depth(2, Curves_Depth2Trainer::create);
    depth(4, Curves_Depth4Trainer::create);
    depth(8, Curves_Depth8Trainer::create);
    depth(16, Curves_Depth16Trainer::create);
  }

  private Workloads() {}

  /** Returns the workload of a name. */
  public static Workload named(String name) {
    Workload workload = BY_NAME.get(name);
    if (workload == null) {
      throw new IllegalArgumentException(name + " is none of " + BY_NAME.keySet());
    }
    return workload;
  }

  /** Returns the workloads whose names begin so, in order. */
  public static List<Workload> beginningWith(String prefix) {
    List<Workload> found = new ArrayList<>(BY_NAME.values());
    found.removeIf(workload -> !workload.name().startsWith(prefix));
    return found;
  }

  private static void width(int units, LongFunction<NetworkTrainer<?>> network) {
    training("width " + units, network, wide(units), 64);
  }

  private static Perceptron wide(int units) {
    return classes(0.01, 0, 256, units, units, 10);
  }

  private static void depth(int layers, LongFunction<NetworkTrainer<?>> network) {
    int[] widths = new int[layers + 2];
    Arrays.fill(widths, 128);
    widths[0] = 256;
    widths[layers + 1] = 10;
    training("depth " + layers, network, classes(0.01, 0, widths), 64);
  }

  private static Perceptron classes(double rate, double momentum, int... widths) {
    return new Perceptron(widths, true, 0, 0, false, rate, momentum);
  }

  private static void training(
      String name, LongFunction<NetworkTrainer<?>> network, Perceptron perceptron, int rows) {
    BY_NAME.put(name, new Workload(name, network, perceptron, true, rows));
  }

  private static void predicting(
      String name, LongFunction<NetworkTrainer<?>> network, Perceptron perceptron, int rows) {
    BY_NAME.put(name, new Workload(name, network, perceptron, false, rows));
  }
}
