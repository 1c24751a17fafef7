package dev.annette;

/**
 * What the λ of a penalty means.
 *
 * <p>The data loss is a mean over the rows of a batch. Under each convention the penalty adds
 * {@code ½·a·Σw²} (L2) or {@code b·Σ|w|} (L1) to it, with the <em>effective</em> strengths a and b
 * given here: the gradient gains {@code a·w} or {@code b·sign(w)}. Below, m is the number of
 * training examples (with sample weights: their sum, after they are scaled to mean 1), n the number
 * of rows in the batch at hand. scikit-learn sums half squared errors and log losses over the k
 * outputs of a row, so its conventions are scaled by c: 2/k for {@link Loss#MEAN_SQUARED_ERROR},
 * 1/k for {@link Loss#BINARY_CROSS_ENTROPY}, 1 otherwise.
 *
 * <table>
 *   <caption>Effective strengths</caption>
 *   <tr><th>convention</th><th>L2: a</th><th>L1: b</th></tr>
 *   <tr><td>TEXTBOOK</td><td>λ/m</td><td>λ/(2m)</td></tr>
 *   <tr><td>KERAS</td><td>2λ</td><td>λ</td></tr>
 *   <tr><td>PYTORCH</td><td>λ</td><td>λ</td></tr>
 *   <tr><td>SKLEARN_RIDGE</td><td>cλ/m</td><td>not defined</td></tr>
 *   <tr><td>SKLEARN_LASSO</td><td>cλ (elastic net)</td><td>cλ</td></tr>
 *   <tr><td>SKLEARN_MLP</td><td>cλ/n</td><td>not defined</td></tr>
 *   <tr><td>SKLEARN_LOGISTIC</td><td>c/(λm), λ being C</td><td>c/(λm), λ being C</td></tr>
 * </table>
 */
public enum PenaltyScaling {
  /** What {@link Network#scaling()} says; there it stands for {@link #TEXTBOOK}. */
  NETWORK("λ", "λ"),

  /** λ/(2m)·Σw² and λ/(2m)·Σ|w|: the objective of the textbook, with m training examples. */
  TEXTBOOK("λ/m", "λ/(2m)"),

  /** λ·Σw² and λ·Σ|w|, as in Keras' {@code regularizers}. */
  KERAS("2λ", "λ"),

  /** ½λ·Σw² and λ·Σ|w|, as in PyTorch's {@code weight_decay}. */
  PYTORCH("λ", "λ"),

  /** The α of scikit-learn's {@code Ridge}: ‖y − Xw‖² + α‖w‖². L2 with a squared error only. */
  SKLEARN_RIDGE("cλ/m", null),

  /**
   * The α of scikit-learn's {@code Lasso}: ‖y − Xw‖²/(2m) + α‖w‖₁; an L2 beside it is the {@code
   * ½α(1 − l1_ratio)‖w‖²} of {@code ElasticNet}, its λ being {@code α(1 − l1_ratio)}. With a
   * squared error only.
   */
  SKLEARN_LASSO("cλ", "cλ"),

  /**
   * The {@code alpha} of scikit-learn's {@code MLPClassifier} and {@code MLPRegressor}: {@code
   * α/(2n)·Σw²} with the n rows of the batch, so the last, smaller batch is penalised more. L2
   * only.
   */
  SKLEARN_MLP("cλ/n", null),

  /**
   * The {@code C} of scikit-learn's {@code LogisticRegression}: C·Σloss + ½‖w‖² (or ‖w‖₁). With a
   * cross-entropy only; the value is C, so it must be above 0, and larger means weaker.
   */
  SKLEARN_LOGISTIC("c/(λm)", "c/(λm)");

  private final String l2Formula;
  private final String l1Formula;

  PenaltyScaling(String l2Formula, String l1Formula) {
    this.l2Formula = l2Formula;
    this.l1Formula = l1Formula;
  }

  /** Returns whether an {@link L2} penalty has a meaning under this convention. */
  public boolean definesL2() {
    return l2Formula != null;
  }

  /** Returns whether an {@link L1} penalty has a meaning under this convention. */
  public boolean definesL1() {
    return l1Formula != null;
  }

  /** Returns whether the value divides the penalty, so that a larger one means weaker. */
  public boolean isInverse() {
    return this == SKLEARN_LOGISTIC;
  }

  /** Returns whether this convention is one that a network with this loss can use. */
  public boolean fits(Loss loss) {
    return switch (this) {
      case SKLEARN_RIDGE, SKLEARN_LASSO -> loss.isSquaredError();
      case SKLEARN_LOGISTIC -> loss.isCrossEntropy();
      default -> true;
    };
  }

  /** Returns whether the effective strength depends on m, the number of training examples. */
  public boolean needsExamples() {
    return this == TEXTBOOK || this == NETWORK || this == SKLEARN_RIDGE || this == SKLEARN_LOGISTIC;
  }

  /** Returns the effective strength a of {@code ½·a·Σw²} in words of λ, m, n and c. */
  public String l2Formula() {
    return l2Formula;
  }

  /** Returns the effective strength b of {@code b·Σ|w|} in words of λ, m, n and c. */
  public String l1Formula() {
    return l1Formula;
  }

  /**
   * Returns the effective strength a of {@code ½·a·Σw²}.
   *
   * @param lambda the declared λ
   */
  public double effectiveL2(double lambda, PenaltyBasis basis) {
    double c = lossFactor(basis);
    return switch (this) {
      case NETWORK, TEXTBOOK -> lambda / basis.examples();
      case KERAS -> 2 * lambda;
      case PYTORCH -> lambda;
      case SKLEARN_RIDGE -> c * lambda / basis.examples();
      case SKLEARN_LASSO -> c * lambda;
      case SKLEARN_MLP -> c * lambda / basis.batchRows();
      case SKLEARN_LOGISTIC -> c / (lambda * basis.examples());
    };
  }

  /**
   * Returns the effective strength b of {@code b·Σ|w|}.
   *
   * @param lambda the declared λ
   * @throws IllegalStateException if this convention does not define an L1 penalty
   */
  public double effectiveL1(double lambda, PenaltyBasis basis) {
    double c = lossFactor(basis);
    return switch (this) {
      case NETWORK, TEXTBOOK -> lambda / (2 * basis.examples());
      case KERAS, PYTORCH -> lambda;
      case SKLEARN_LASSO -> c * lambda;
      case SKLEARN_LOGISTIC -> c / (lambda * basis.examples());
      case SKLEARN_RIDGE, SKLEARN_MLP ->
          throw new IllegalStateException(this + " does not define an L1 penalty");
    };
  }

  /** Returns c: the network's data loss as a multiple of scikit-learn's. */
  public static double lossFactor(PenaltyBasis basis) {
    return switch (basis.loss()) {
      case MEAN_SQUARED_ERROR -> 2.0 / basis.outputs();
      case BINARY_CROSS_ENTROPY -> 1.0 / basis.outputs();
      default -> 1;
    };
  }
}
