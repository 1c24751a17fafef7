package dev.annette.processor.mathematics;

import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.processor.testing.Declarations;
import java.util.ArrayList;
import java.util.List;

/**
 * A small network that combines things that can be declared.
 *
 * @param activation that of the hidden layer
 * @param loss the loss
 * @param shape which of the layers and modifiers there are, a bit for each
 * @param penalty the penalties of both dense layers
 */
record Combination(Activation activation, Loss loss, int shape, PenaltyText penalty) {
  static final int INPUT = 5;
  static final int OUTPUTS = 3;

  /** How many shapes there are: all eight of every three bits, the fourth being their parity. */
  private static final int SHAPES = 8;

  /**
   * Returns every activation with every shape and every kind of penalty, and every kind of penalty
   * in everything that it can mean.
   */
  static List<Combination> of(Loss loss) {
    List<Combination> combinations = new ArrayList<>();
    PenaltyText.Kind[] kinds = PenaltyText.Kind.values();
    for (Activation activation : Activation.values()) {
      for (int shape = 0; shape < SHAPES; shape++) {
        int turn = combinations.size();
        List<PenaltyText> penalties = PenaltyText.all(kinds[turn % kinds.length], loss);
        PenaltyText penalty = penalties.get(turn / kinds.length % penalties.size());
        combinations.add(new Combination(activation, loss, shape, penalty));
      }
    }
    return combinations;
  }

  private boolean standardizes() {
    return (shape & 1) != 0;
  }

  private boolean dropsInput() {
    return (shape & 2) != 0;
  }

  private boolean dropsHidden() {
    return (shape & 4) != 0;
  }

  private boolean hasBias() {
    return Integer.bitCount(shape) % 2 == 0;
  }

  String className() {
    return "sweep.%s_%s_%d".formatted(activation, loss, shape);
  }

  String source() {
    List<String> layers = new ArrayList<>();
    if (standardizes()) {
      layers.add("@Standardize Layer raw;");
    }
    if (dropsInput()) {
      layers.add("@Dropout(0.25) Layer pixels;");
    }
    String dropout = dropsHidden() ? "@Dropout(0.4) " : "";
    layers.add(dropout + dense(7, activation, hasBias()) + " Layer hidden;");
    layers.add(dense(OUTPUTS, outputActivation(), true) + " Layer output;");
    String network = "input = " + INPUT + ", loss = Loss." + loss;
    if (loss == Loss.HUBER) {
      network += ", delta = 0.75";
    }
    return Declarations.source(className(), network, layers.toArray(String[]::new));
  }

  /** A cross-entropy takes its own activation or none; any other loss takes any. */
  private Activation outputActivation() {
    if (standardizes() == dropsHidden()) {
      return Activation.LINEAR;
    }
    return switch (loss) {
      case CROSS_ENTROPY -> Activation.SOFTMAX;
      case BINARY_CROSS_ENTROPY -> Activation.SIGMOID;
      default -> activation;
    };
  }

  private String dense(int units, Activation of, boolean bias) {
    String parameter =
        switch (of) {
          case LEAKY_RELU -> ", slope = 0.125";
          case ELU -> ", alpha = 0.75";
          default -> "";
        };
    return "@Dense(units = %d, activation = %s, bias = %s%s) %s"
        .formatted(units, of, bias, parameter, penalty.annotations(bias));
  }

  @Override
  public String toString() {
    return source().replaceAll("(?s).*@Network|\\s+", " ").strip();
  }
}
