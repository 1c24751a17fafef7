package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.ConvexProblem.INPUT;
import static dev.annette.processor.mathematics.ConvexProblem.OUTPUTS;
import static dev.annette.processor.mathematics.ConvexProblem.ROWS;

import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import java.util.ArrayList;
import java.util.List;

/**
 * A penalty as it is declared beside a {@link ConvexProblem}, and what the library whose convention
 * it follows would add to the mean loss.
 *
 * <p>λ is such that, whatever the convention, the objective gains {@code BEND/2·Σw²} (L2) and
 * {@link #pull()} times {@code Σ|w|} (L1).
 *
 * @param kind what is penalised
 * @param scaling what λ means
 * @param loss the data loss beside it
 * @param onBias whether biases are penalised too; group lasso has no such thing
 */
record DeclaredPenalty(Kind kind, PenaltyScaling scaling, Loss loss, boolean onBias) {
  static final double BEND = 0.2;

  /** Penalises weights alone. */
  DeclaredPenalty(Kind kind, PenaltyScaling scaling, Loss loss) {
    this(kind, scaling, loss, false);
  }

  /** What is penalised. */
  enum Kind {
    L1("@L1(value = %s, scaling = PenaltyScaling.%s)"),
    L2("@L2(value = %s, scaling = PenaltyScaling.%s)"),
    SUBGRADIENT("@L1(value = %s, scaling = PenaltyScaling.%s, method = L1Method.SUBGRADIENT)"),
    ELASTIC_NET(L1.annotation + " " + L2.annotation),
    GROUPS_OF_INPUTS("@GroupLasso(value = %s, scaling = PenaltyScaling.%s)"),
    GROUPS_OF_UNITS(
        "@GroupLasso(value = %s, scaling = PenaltyScaling.%s, groups = WeightGroup.UNITS)");

    private final String annotation;

    Kind(String annotation) {
      this.annotation = annotation;
    }

    boolean bends() {
      return this == L2 || this == ELASTIC_NET;
    }

    boolean pullsWeights() {
      return this == L1 || this == SUBGRADIENT || this == ELASTIC_NET;
    }

    boolean pullsGroups() {
      return this == GROUPS_OF_INPUTS || this == GROUPS_OF_UNITS;
    }
  }

  /** Returns every declaration of a kind that is legal beside a loss. */
  static List<DeclaredPenalty> all(Kind kind, Loss loss) {
    List<DeclaredPenalty> all = new ArrayList<>();
    for (PenaltyScaling scaling : PenaltyScaling.values()) {
      boolean defined =
          (!kind.bends() || scaling.definesL2()) && (kind == Kind.L2 || scaling.definesL1());
      if (scaling != PenaltyScaling.NETWORK && defined && scaling.fits(loss)) {
        all.add(new DeclaredPenalty(kind, scaling, loss));
      }
    }
    return all;
  }

  /** Returns what |w| and norms count; the losses that average outputs have smaller slopes. */
  double pull() {
    return switch (loss) {
      case BINARY_CROSS_ENTROPY -> 0.03;
      case MEAN_SQUARED_ERROR -> 0.06;
      default -> 0.1;
    };
  }

  String annotations() {
    return onBias ? ofWeights().replace(")", ", bias = true)") : ofWeights();
  }

  private String ofWeights() {
    return switch (kind) {
      case L2 -> kind.annotation.formatted(lambda(BEND / 2, 0.5), scaling);
      case ELASTIC_NET ->
          kind.annotation.formatted(lambda(pull(), 1), scaling, lambda(BEND / 2, 0.5), scaling);
      default -> kind.annotation.formatted(lambda(pull(), 1), scaling);
    };
  }

  /**
   * Returns the λ that makes a library multiply its sum (of w², |w| or norms) by a factor.
   *
   * @param factor what the sum is multiplied by beside the mean loss
   * @param half what PyTorch and scikit-learn multiply λ by before all else: ½ for squares
   */
  private double lambda(double factor, double half) {
    double own = factor / meansPerOwnLoss();
    return switch (scaling) {
      case TEXTBOOK, NETWORK -> factor * 2 * ROWS;
      case KERAS -> factor;
      case PYTORCH -> factor / half;
      case SKLEARN_RIDGE -> own * 2 * ROWS;
      case SKLEARN_LASSO, SKLEARN_MLP ->
          own / half * (scaling == PenaltyScaling.SKLEARN_MLP ? ROWS : 1);
      case SKLEARN_LOGISTIC -> half / (own * ROWS);
    };
  }

  /** Returns how many mean losses one loss of scikit-learn is, which sums over the outputs. */
  private double meansPerOwnLoss() {
    return switch (loss) {
      case MEAN_SQUARED_ERROR -> 2.0 / OUTPUTS;
      case BINARY_CROSS_ENTROPY -> 1.0 / OUTPUTS;
      default -> 1;
    };
  }

  /**
   * Returns the largest violation of the conditions of Karush, Kuhn and Tucker: with the gradient g
   * of all that is smooth, {@code g + b·sign(w) = 0} for a weight that is not 0 and {@code |g| ≤ b}
   * for one that is, and the same of groups and their norms.
   *
   * @param data the gradient of the data loss
   * @param parameters weights {@code [INPUT, OUTPUTS]}, then biases {@code [OUTPUTS]}
   * @param band up to which magnitude a weight or a norm counts as 0
   */
  double violation(double[] data, float[] parameters, double band) {
    int penalised = onBias ? data.length : INPUT * OUTPUTS;
    double[] smooth = data.clone();
    for (int i = 0; kind.bends() && i < penalised; i++) {
      smooth[i] += BEND * parameters[i];
    }
    double worst = 0;
    for (int i = kind.pullsGroups() ? INPUT * OUTPUTS : 0; i < smooth.length; i++) {
      double pull = kind.pullsWeights() && i < penalised ? pull() : 0;
      double w = parameters[i];
      double violated =
          Math.abs(w) > band
              ? Math.abs(smooth[i] + pull * Math.signum(w))
              : Math.abs(smooth[i]) - pull;
      worst = Math.max(worst, violated);
    }
    for (int[] group : groups()) {
      worst = Math.max(worst, groupViolation(smooth, parameters, group, band));
    }
    return worst;
  }

  private double groupViolation(double[] smooth, float[] parameters, int[] group, double band) {
    double norm = 0;
    double slope = 0;
    for (int i : group) {
      norm = Math.hypot(norm, parameters[i]);
      slope = Math.hypot(slope, smooth[i]);
    }
    double pull = pull() * Math.sqrt(group.length);
    double worst = norm <= band ? slope - pull : 0;
    for (int i : group) {
      worst = Math.max(worst, norm <= band ? 0 : Math.abs(smooth[i] + pull * parameters[i] / norm));
    }
    return worst;
  }

  /** Returns the indices of the weights of every group; none without a group lasso. */
  List<int[]> groups() {
    List<int[]> groups = new ArrayList<>();
    boolean byInput = kind == Kind.GROUPS_OF_INPUTS;
    for (int group = 0; kind.pullsGroups() && group < (byInput ? INPUT : OUTPUTS); group++) {
      int[] members = new int[byInput ? OUTPUTS : INPUT];
      for (int i = 0; i < members.length; i++) {
        members[i] = byInput ? group * OUTPUTS + i : i * OUTPUTS + group;
      }
      groups.add(members);
    }
    return groups;
  }

  @Override
  public String toString() {
    return kind + " " + scaling + (onBias ? " on biases too" : "") + " beside " + loss;
  }
}
