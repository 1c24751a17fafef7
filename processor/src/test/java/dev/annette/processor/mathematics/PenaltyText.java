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

  /** Returns the annotations; those of a bias only if there is one to penalise. */
  String annotations(boolean hasBias) {
    String bias = kind == Kind.BOTH_WITH_BIAS && hasBias ? ", bias = true" : "";
    List<String> parts = new ArrayList<>();
    if (kind.hasL1()) {
      PenaltyScaling own = scaling.definesL1() ? scaling : PenaltyScaling.TEXTBOOK;
      parts.add("@L1(value = 0.4" + bias + scaling(own) + ", method = L1Method." + method + ")");
    }
    if (kind.hasL2()) {
      PenaltyScaling own = scaling.definesL2() ? scaling : PenaltyScaling.TEXTBOOK;
      parts.add("@L2(value = 0.3" + bias + scaling(own) + ")");
    }
    return String.join(" ", parts);
  }

  private static String scaling(PenaltyScaling scaling) {
    return scaling == PenaltyScaling.NETWORK ? "" : ", scaling = PenaltyScaling." + scaling;
  }
}
