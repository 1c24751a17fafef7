package dev.annette.processor.testing;

import java.util.ArrayList;
import java.util.List;

/** Networks that together use every part of the language, and names that could clash. */
public final class Corpus {
  /** The greatest number of layers in a sample. */
  public static final int MANY_LAYERS = 60;

  private Corpus() {}

  /**
   * One network.
   *
   * @param name its class, as class files write it but for {@code $}, which generated names replace
   *     by an underscore: {@code corpus.Outer_Inner}
   * @param source its source
   */
  public record Sample(String name, String source) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Returns all samples but the deepest. */
  public static List<Sample> samples() {
    return List.of(
        everything(),
        nested(),
        sample(
            "Unnamed", "input = 3, loss = Loss.HALF_SQUARED_ERROR", "@Dense(units = 1) Layer y;"),
        clashes(),
        runtimeName(),
        beyondAscii(),
        sample(
            "corpus.Regression",
            "input = 5, loss = Loss.MEAN_SQUARED_ERROR, scaling = PenaltyScaling.SKLEARN_RIDGE",
            "@Dense(units = 8, activation = TANH) @L2(1) @Dropout(0.1) Layer"
                + " representationOfFeatures;",
            "@Dense(units = 2) @L2(0.3) Layer output;"),
        sample(
            "corpus.Labels",
            "input = 6, loss = Loss.BINARY_CROSS_ENTROPY",
            "@Dense(units = 7, activation = SIGMOID) @Dropout(0.4) Layer hidden;",
            "@Dense(units = 3, activation = SIGMOID) @L2(1) Layer output;"),
        sample(
            "corpus.Answer",
            "input = 6, loss = Loss.BINARY_CROSS_ENTROPY, scaling ="
                + " PenaltyScaling.SKLEARN_LOGISTIC",
            "@Dense(units = 1) @L1(2) Layer output;"),
        sample(
            "corpus.Robust",
            "input = {2, 3}, loss = Loss.HUBER, delta = 0.5",
            "@Dense(units = 4, activation = SOFTPLUS) Layer hidden;",
            "@Dense(units = 2, activation = HARD_SIGMOID) Layer output;"),
        sample(
            "corpus.Bounded",
            "input = 8, loss = Loss.HALF_SQUARED_ERROR",
            "@Dense(units = 8, activation = RELU) @GroupLasso(1) @OrthogonalPenalty(0.1)"
                + " @WeightDecay(value = 0.1, bias = true) @MaxNorm(2) Layer hidden;",
            "@Dense(units = 6) @UnitNorm Layer second;",
            "@Dense(units = 2) @MinMaxNorm(min = 0.5, max = 2, rate = 0.9) @NonNegative"
                + " Layer output;"),
        sample(
            "corpus.Own",
            "input = 3, customLoss = Own.OwnLoss.class",
            "@Dense(units = 4, activation = TANH)"
                + " @CustomPenalty(value = 0.1, penalty = Own.OwnPenalty.class) Layer LOSS;",
            "@Dense(units = 2) Layer output;",
            CustomParts.LOSS,
            CustomParts.PENALTY),
        sample(
            "corpus.Noisy",
            "input = 4, loss = Loss.HALF_SQUARED_ERROR",
            "@GaussianNoise(0.1) Layer blurred;",
            "@Dense(units = 8, activation = SIGMOID) @Dropout(0.1)"
                + " @KlSparsity(value = 0.5, target = 0.1) @GaussianDropout(0.2) Layer code;",
            "@Dense(units = 6, activation = SELU) @AlphaDropout(0.05)" + " Layer second;",
            "@GaussianNoise(0.01) Layer jitter;",
            "@Dense(units = 2) Layer output;"),
        sample(
            "corpus.Normalised",
            "input = 6, loss = Loss.CROSS_ENTROPY",
            "@Dense(units = 8, activation = RELU, bias = false) @BatchNorm @ActivityL2(0.1)"
                + " Layer first;",
            "@Dense(units = 7, activation = GELU) @LayerNorm @ActivityL1(0.1) Layer second;",
            "@RmsNorm Layer third;",
            "@Dense(units = 3) Layer output;"),
        sample(
            "corpus.Shared",
            "input = 6, loss = Loss.MEAN_SQUARED_ERROR",
            "@Dense(units = 8, activation = RELU)"
                + " @Dropout(value = 0.5, mask = MaskScope.PER_BATCH) Layer first;",
            "@Dense(units = 7, activation = SOFTSIGN) @DropConnect(0.2) Layer second;",
            "@Dense(units = 5, activation = SIGMOID)"
                + " @DropConnect(value = 0.1, mask = MaskScope.PER_BATCH) Layer third;",
            "@Dense(units = 2) Layer output;"),
        sample(
            "corpus.Absolute",
            "input = 2, loss = Loss.MEAN_ABSOLUTE_ERROR",
            "@Dropout(0.5) Layer features;",
            "@Dense(units = 1, bias = false) Layer output;"));
  }

  /** Returns a classifier with every annotation. */
  public static Sample everything() {
    return sample(
        "corpus.Everything",
        "input = {4, 4}, loss = Loss.CROSS_ENTROPY",
        "@Standardize Layer pixels;",
        "@Dropout(0.2) Layer noise;",
        "@Dense(units = 12, activation = RELU) @L2(1) @Dropout(0.5) Layer hidden;",
        "@Dense(units = 9, activation = GELU) @L1(0.1) @L2(value = 0.5, bias = true)"
            + " @Init(value = HE_UNIFORM, bias = 0.1) Layer second;",
        "@Dense(units = 8, activation = LEAKY_RELU, slope = 0.2, bias = false) @Dropout(0.1)"
            + " @Init(value = CONSTANT, constant = 0.05) Layer third;",
        "@Dense(units = 7, activation = ELU, alpha = 0.5) @L1(value = 0.01, method ="
            + " L1Method.SUBGRADIENT, scaling = PenaltyScaling.KERAS, bias = true) Layer fourth;",
        "@Dense(units = 4, activation = SOFTMAX) @L2(value = 0.1, scaling ="
            + " PenaltyScaling.SKLEARN_MLP) Layer output;");
  }

  /** Returns a network of {@value #MANY_LAYERS} layers with all that a layer can have. */
  public static Sample deep() {
    List<String> layers = new ArrayList<>();
    for (int i = 1; i < MANY_LAYERS; i++) {
      layers.add(
          "@Dense(units = 8, activation = LEAKY_RELU, slope = 0.1) @L1(0.1) @L2(value = 0.1, bias"
              + " = true) @Init(value = ORTHOGONAL, bias = 0.01) @Dropout(0.01) Layer hidden"
              + i
              + ";");
    }
    layers.add("@Dense(units = 3) Layer output;");
    return sample(
        "corpus.Deep", "input = 8, loss = Loss.CROSS_ENTROPY", layers.toArray(String[]::new));
  }

  private static Sample nested() {
    String inner =
        Declarations.source(
            "Inner",
            "input = 2, loss = Loss.CROSS_ENTROPY",
            "@Dense(units = 3, activation = SELU) Layer hidden;",
            "@Dense(units = 2) Layer output;");
    int start = inner.indexOf("@Network");
    String source =
        "package corpus;\n"
            + inner.substring(0, start)
            + "public class Outer {\n"
            + inner.substring(start).replace("public class", "public static class")
            + "}\n";
    return new Sample("corpus.Outer_Inner", source);
  }

  /** Layers named like each other, and like what generated code calls its own. */
  private static Sample clashes() {
    return sample(
        "corpus.Clashes",
        "input = 3, loss = Loss.CROSS_ENTROPY",
        "@Dense(units = 3, activation = RELU) @Dropout(0.5) Layer hidden;",
        "@Dense(units = 4, activation = SOFTMAX) Layer input;",
        "@Dense(units = 3, activation = TANH) @L2(1) Layer Hidden;",
        "@Dense(units = 3, activation = MISH) Layer hiddenWeights;",
        "@Dense(units = 3, activation = SILU) Layer andBackward;",
        "@Dense(units = 3, activation = RELU) Layer Relu;",
        "@Dense(units = 3, activation = SOFTSIGN) Layer INPUT_SIZE;",
        "@Dense(units = 3, activation = GELU_TANH) Layer linked;",
        "@Dense(units = 3, activation = RELU) Layer batch;",
        "@Dense(units = 3) Layer softmax;",
        "@Dense(units = 3) Layer probabilities;");
  }

  /** A network named like a class of the runtime that its trainer uses. */
  private static Sample runtimeName() {
    Sample sample =
        sample("named.Network", "input = 1, loss = Loss.HUBER", "@Dense(units = 1) Layer y;");
    return new Sample(sample.name(), sample.source().replace("@Network(", "@dev.annette.Network("));
  }

  /** Layers with names beyond ASCII, written so that they read the same in every encoding. */
  private static Sample beyondAscii() {
    return sample(
        "corpus.Sizes",
        "input = 3, loss = Loss.CROSS_ENTROPY",
        "@Dense(units = 3, activation = RELU) @L2(1) Layer gr\\u00f6\\u00dfe;",
        "@Dense(units = 3, activation = RELU) @Dropout(0.5) Layer \\u0456nput;",
        "@Dense(units = 3, activation = RELU) Layer \\u5c42;",
        "@Dense(units = 2) Layer istanbul;");
  }

  private static Sample sample(String name, String network, String... layers) {
    return new Sample(name, Declarations.source(name, network, layers));
  }
}
