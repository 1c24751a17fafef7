package dev.annette.processor.mathematics;

import dev.annette.L1Method;
import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import java.util.ArrayList;
import java.util.List;

/**
 * The penalties of a layer as annotations.
 *
 * @param kind which penalties there are
 * @param scaling what their λ means
 * @param method how an L1 penalty enters the update
 */
record PenaltyText(Kind kind, PenaltyScaling scaling, L1Method method) {
  /** Which penalties a layer has. */
  enum Kind {
    NONE,
    L1,
    L2,
    BOTH,
    BOTH_WITH_BIAS;

    private boolean hasL1() {
      return this != NONE && this != L2;
    }

    private boolean hasL2() {
      return this != NONE && this != L1;
    }
  }

  /** Returns everything of this kind that can be declared with a loss. */
  static List<PenaltyText> all(Kind kind, Loss loss) {
    if (kind == Kind.NONE) {
      return List.of(new PenaltyText(kind, PenaltyScaling.NETWORK, null));
    }
    List<PenaltyText> all = new ArrayList<>();
    for (PenaltyScaling scaling : PenaltyScaling.values()) {
      for (L1Method method : kind.hasL1() ? L1Method.values() : new L1Method[] {null}) {
        all.add(new PenaltyText(kind, scaling, method));
      }
    }
    all.removeIf(penalty -> !scalingFits(penalty, loss));
    return all;
  }

  /** A scaling for one kind of penalty only stands beside a textbook penalty of the other kind. */
  private static boolean scalingFits(PenaltyText penalty, Loss loss) {
    boolean used =
        penalty.kind.hasL1() && penalty.scaling.definesL1()
            || penalty.kind.hasL2() && penalty.scaling.definesL2();
    return used && penalty.scaling.fits(loss);
  }

  /** Returns whether the scaling can stand on the network, since all penalties share it. */
  boolean isUniform() {
    return (scaling.definesL1() || !kind.hasL1()) && (scaling.definesL2() || !kind.hasL2());
  }

  /**
   * Returns the annotations.
   *
   * @param hasBias whether there is a bias that can be penalised
   * @param inherits whether the scaling stands on the network instead
   */
  String annotations(boolean hasBias, boolean inherits) {
    String bias = kind == Kind.BOTH_WITH_BIAS && hasBias ? ", bias = true" : "";
    List<String> parts = new ArrayList<>();
    if (kind.hasL1()) {
      String own = inherits ? "" : scaling(scaling.definesL1());
      parts.add("@L1(value = 0.4" + bias + own + ", method = L1Method." + method + ")");
    }
    if (kind.hasL2()) {
      String own = inherits ? "" : scaling(scaling.definesL2());
      parts.add("@L2(value = 0.3" + bias + own + ")");
    }
    return String.join(" ", parts);
  }

  private String scaling(boolean defined) {
    return ", scaling = PenaltyScaling." + (defined ? scaling : PenaltyScaling.TEXTBOOK);
  }
}
