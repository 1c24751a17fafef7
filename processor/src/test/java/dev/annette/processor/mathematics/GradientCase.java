package dev.annette.processor.mathematics;

import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.processor.testing.CustomParts;
import dev.annette.processor.testing.Declarations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One small network of two hidden layers for the check of gradients: every activation with every
 * loss in turn, and with modifiers drawn by chance.
 *
 * @param number which of all networks it is
 * @param loss its loss
 * @param modifiers those of its layers
 * @param source its source
 */
record GradientCase(int number, Loss loss, List<String> modifiers, String source) {
  static final int INPUT = 5;
  static final int OUTPUTS = 3;

  static final List<String> NORMALISATIONS = List.of("@BatchNorm", "@LayerNorm", "@RmsNorm");

  static final List<String> NOISES =
      List.of(
          "@Dropout(0.3)",
          "@GaussianDropout(0.2)",
          "@AlphaDropout(0.1)",
          "@GaussianNoise(0.2)",
          "@DropConnect(0.25)",
          "@DropConnect(value = 0.25, mask = MaskScope.PER_BATCH)");

  static final List<String> PENALTIES =
      List.of(
          "@L1(0.1)",
          "@L1(value = 0.1, method = L1Method.SUBGRADIENT)",
          "@L2(0.5)",
          "@GroupLasso(0.1)",
          "@OrthogonalPenalty(0.1)",
          "@ActivityL1(0.2)",
          "@ActivityL2(0.3)",
          "@KlSparsity(value = 0.2, target = 0.1)",
          "@CustomPenalty(value = 0.1, penalty = %s.OwnPenalty.class)",
          "@WeightDecay(0.1)");

  static final List<String> OTHERS =
      List.of(
          "@MaxNorm(1)",
          "@MinMaxNorm(min = 0.1, max = 2)",
          "@NonNegative",
          "@UnitNorm",
          "@Init(value = Initializer.HE_UNIFORM, bias = 0.1)");

  static GradientCase of(int number) {
    Random random = new Random(number);
    Activation activation = Activation.values()[number % Activation.values().length];
    Loss loss = Loss.values()[number / Activation.values().length % Loss.values().length];
    List<String> all = new ArrayList<>();
    List<String> layers = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      layers.add("@Standardize Layer scaled;");
    }
    if (random.nextInt(3) == 0) {
      layers.add(any(NOISES.subList(0, 4), random) + " Layer blurred;");
    }
    Activation second = Activation.values()[random.nextInt(Activation.values().length)];
    layers.add(layer("first", 7, activation, all, random));
    layers.add(layer("second", 6, second, all, random));
    String output =
        loss.isCrossEntropy() && random.nextBoolean()
            ? loss == Loss.CROSS_ENTROPY ? "SOFTMAX" : "SIGMOID"
            : "LINEAR";
    layers.add("@Dense(units = %d, activation = %s) Layer output;".formatted(OUTPUTS, output));
    layers.add(CustomParts.LOSS);
    layers.add(CustomParts.PENALTY);
    String name = "N" + number;
    String network = "input = " + INPUT + ", " + CustomParts.attribute(loss, name);
    String source = Declarations.source("cases." + name, network, layers.toArray(String[]::new));
    return new GradientCase(number, loss, all, source.formatted(name, name));
  }

  private static String layer(
      String name, int units, Activation activation, List<String> all, Random random) {
    List<String> modifiers = new ArrayList<>();
    boolean isNormed = random.nextInt(3) == 0;
    if (isNormed) {
      modifiers.add(any(NORMALISATIONS, random));
    }
    boolean isBetween0And1 = activation == Activation.SIGMOID && !isNormed;
    List<String> penalties = new ArrayList<>(PENALTIES);
    Collections.shuffle(penalties, random);
    for (String penalty : penalties.subList(0, random.nextInt(3))) {
      boolean isTwice = modifiers.stream().anyMatch(other -> kind(other).equals(kind(penalty)));
      if (!isTwice && (isBetween0And1 || !penalty.startsWith("@KlSparsity"))) {
        modifiers.add(penalty);
      }
    }
    if (random.nextInt(3) == 0) {
      String noise = any(NOISES, random);
      boolean isTwice = noise.startsWith("@DropConnect") && isNormed;
      if (!isTwice) {
        modifiers.add(noise);
      }
    }
    if (random.nextInt(6) == 0) {
      modifiers.add(any(OTHERS, random));
    }
    all.addAll(modifiers);
    boolean hasBias = random.nextInt(4) > 0 || modifiers.stream().anyMatch(m -> m.contains("bias"));
    return "@Dense(units = %d, activation = %s, bias = %s) %s Layer %s;"
        .formatted(units, activation, hasBias, String.join(" ", modifiers), name);
  }

  private static String kind(String modifier) {
    return modifier.replaceAll("\\(.*", "");
  }

  private static String any(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  String className() {
    return "cases.N" + number;
  }

  /**
   * Returns the numbers of rows in a batch: 1, 2 and 7. Batch normalisation takes more: of one row
   * nothing is left, and of two its gradient cancels.
   */
  int[] batches() {
    boolean looksAcrossRows = modifiers.contains("@BatchNorm");
    return looksAcrossRows ? new int[] {7, 8, 15} : new int[] {1, 2, 7};
  }

  @Override
  public String toString() {
    return source.replaceAll("(?s)static final class.*|.*(?=@Network)", "").replaceAll("\\s+", " ");
  }
}
