package dev.annette.processor.mathematics;

import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.processor.testing.CustomParts;
import dev.annette.processor.testing.Declarations;
import java.util.ArrayList;
import java.util.List;

/**
 * A small network that combines things that can be declared.
 *
 * @param activation that of the hidden layer
 * @param loss the loss
 * @param shape which of the layers and modifiers there are, a bit for each
 * @param hidden the penalties of the hidden layer
 * @param output the penalties of the output layer
 */
record Combination(
    Activation activation, Loss loss, int shape, PenaltyText hidden, PenaltyText output) {
  static final int INPUT = 5;
  static final int OUTPUTS = 3;

  /** How many shapes there are: all eight of every three bits, the fourth being their parity. */
  private static final int SHAPES = 8;

  /**
   * Returns every activation with every kind of penalty and half of the shapes; the other half is
   * with the loss before or after this one. Every kind of penalty is there in all its meanings.
   */
  static List<Combination> of(Loss loss) {
    List<Combination> combinations = new ArrayList<>();
    int turn = 0;
    for (Activation activation : Activation.values()) {
      int firstShape = (activation.ordinal() + loss.ordinal()) % 2;
      for (int shape = firstShape; shape < SHAPES; shape += 2) {
        PenaltyText hidden = penalty(turn++, loss);
        combinations.add(new Combination(activation, loss, shape, hidden, penalty(turn++, loss)));
      }
    }
    return combinations;
  }

  private static PenaltyText penalty(int turn, Loss loss) {
    PenaltyText.Kind[] kinds = PenaltyText.Kind.values();
    List<PenaltyText> meanings = PenaltyText.all(kinds[turn % kinds.length], loss);
    return meanings.get(turn / kinds.length % meanings.size());
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

  /** Whether the scaling of the output's penalties stands on the network. */
  private boolean inheritsScaling() {
    return output.isUniform()
        && hidden.scaling() != PenaltyScaling.NETWORK
        && dropsInput() != dropsHidden();
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
    layers.add(
        dropout
            + dense(7, activation, hasBias())
            + hidden.annotations(hasBias(), false)
            + " Layer hidden;");
    String penalties = output.annotations(true, inheritsScaling());
    layers.add(dense(OUTPUTS, outputActivation(), true) + penalties + " Layer output;");
    if (loss == Loss.CUSTOM) {
      layers.add(CustomParts.LOSS);
    }
    String simpleName = className().substring(className().indexOf('.') + 1);
    String network = "input = " + INPUT + ", " + CustomParts.attribute(loss, simpleName);
    if (loss == Loss.HUBER) {
      network += ", delta = 0.75";
    }
    if (inheritsScaling()) {
      network += ", scaling = PenaltyScaling." + output.scaling();
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

  private static String dense(int units, Activation of, boolean bias) {
    String parameter =
        switch (of) {
          case LEAKY_RELU -> ", slope = 0.125";
          case ELU -> ", alpha = 0.75";
          default -> "";
        };
    return "@Dense(units = %d, activation = %s, bias = %s%s) "
        .formatted(units, of, bias, parameter);
  }

  @Override
  public String toString() {
    return source().replaceAll("(?s).*@Network|\\s+", " ").strip();
  }
}
