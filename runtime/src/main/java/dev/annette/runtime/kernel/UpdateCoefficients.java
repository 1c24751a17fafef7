package dev.annette.runtime.kernel;

/**
 * The numbers of one parameter update: mutable, so that one object serves every step.
 *
 * <p>Set in double precision, read as floats by the update kernels of {@link Kernels}. A new one
 * has learning rate 0, no momentum, no penalties and no decay.
 */
public final class UpdateCoefficients {
  private double learningRate;
  private double weightDecay;
  private double ownDecay;
  private float momentum;
  private float firstDecay;
  private float firstShare = 1;
  private float secondDecay;
  private float secondShare = 1;
  private double firstCorrection = 1;
  private float rootCorrection = 1;
  private float epsilon;
  private double l2;
  private double subgradientL1;
  private double proximalL1;
  private long updates;
  private double momentumProduct = 1;
  private float gradientShare;
  private float meanShare;

  /** Sets the learning rate, at least 0. */
  public UpdateCoefficients learningRate(double value) {
    learningRate = value;
    return this;
  }

  /** Multiplies the learning rate, by at least 0. */
  public UpdateCoefficients scaleLearningRate(double factor) {
    learningRate *= factor;
    return this;
  }

  /** Sets the momentum μ of {@link Kernels#momentum} and {@link Kernels#nesterov}. */
  public UpdateCoefficients momentum(double value) {
    momentum = (float) value;
    return this;
  }

  /** Sets the decay α of the squares' average and the ε of {@link Kernels#rmsProp}. */
  public UpdateCoefficients rmsProp(double alpha, double eps) {
    secondDecay = (float) alpha;
    secondShare = (float) (1 - alpha);
    epsilon = (float) eps;
    return this;
  }

  /**
   * Sets the decays β₁ and β₂, the ε and the bias corrections of {@link Kernels#adam} for a step.
   *
   * @param step the number of the update, from 1
   */
  public UpdateCoefficients adam(double beta1, double beta2, double eps, long step) {
    firstDecay = (float) beta1;
    firstShare = (float) (1 - beta1);
    secondDecay = (float) beta2;
    secondShare = (float) (1 - beta2);
    epsilon = (float) eps;
    firstCorrection = 1 / (1 - StrictMath.pow(beta1, step));
    rootCorrection = (float) (1 / Math.sqrt(1 - StrictMath.pow(beta2, step)));
    return this;
  }

  /** Sets all penalties and decays to 0. */
  public UpdateCoefficients withoutPenalties() {
    weightDecay = 0;
    ownDecay = 0;
    return penalties(0, 0, true);
  }

  /** Turns l1 from a soft threshold into a subgradient, for steps that no threshold fits. */
  public UpdateCoefficients withoutThreshold() {
    subgradientL1 += proximalL1;
    proximalL1 = 0;
    return this;
  }

  /** Sets the ε of {@link AdagradUpdate}. */
  public UpdateCoefficients adagrad(double eps) {
    epsilon = (float) eps;
    return this;
  }

  /** Sets the decays β₁ and β₂ of {@link LionUpdate}. */
  public UpdateCoefficients lion(double beta1, double beta2) {
    firstDecay = (float) beta1;
    firstShare = (float) (1 - beta1);
    secondDecay = (float) beta2;
    secondShare = (float) (1 - beta2);
    return this;
  }

  /** Sets the β of {@link FtrlUpdate} and the number of the update, from 1. */
  public UpdateCoefficients ftrl(double beta, long update) {
    firstDecay = (float) beta;
    updates = update;
    return this;
  }

  /**
   * Sets the momentum schedule of {@link NadamUpdate} for a step: {@code μ(t) = β₁·(1 −
   * ½·0.96^(t·decay))}. The numbers of {@link #adam} are set as well.
   *
   * @param step the number of the update, from 1
   */
  public UpdateCoefficients nadam(
      double beta1, double beta2, double eps, double momentumDecay, long step) {
    adam(beta1, beta2, eps, step);
    if (updates != step - 1) {
      momentumProduct = 1;
      for (long earlier = 1; earlier < step; earlier++) {
        momentumProduct *= scheduled(beta1, momentumDecay, earlier);
      }
    }
    updates = step;
    double now = scheduled(beta1, momentumDecay, step);
    double next = scheduled(beta1, momentumDecay, step + 1);
    momentumProduct *= now;
    gradientShare = (float) ((1 - now) / (1 - momentumProduct));
    meanShare = (float) (next / (1 - momentumProduct * next));
    return this;
  }

  private static double scheduled(double beta1, double momentumDecay, long step) {
    return beta1 * (1 - 0.5 * StrictMath.pow(0.96, step * momentumDecay));
  }

  /**
   * Sets the penalties by their effective strengths: {@code l2·w} and {@code l1·sign(w)} are their
   * gradients.
   *
   * @param proximal whether l1 is a soft threshold after the step rather than a subgradient in it
   */
  public UpdateCoefficients penalties(double l2, double l1, boolean proximal) {
    this.l2 = l2;
    proximalL1 = proximal ? l1 : 0;
    subgradientL1 = proximal ? 0 : l1;
    return this;
  }

  /** Adds a penalty whose gradient is {@code strength·w}. */
  public UpdateCoefficients addL2(double strength) {
    l2 += strength;
    return this;
  }

  /**
   * Adds a penalty whose gradient is {@code strength·sign(w)}.
   *
   * @param proximal as in {@link #penalties}
   */
  public UpdateCoefficients addL1(double strength, boolean proximal) {
    proximalL1 += proximal ? strength : 0;
    subgradientL1 += proximal ? 0 : strength;
    return this;
  }

  /** Adds a decay of the parameter's own to that of the optimizer. */
  public UpdateCoefficients addWeightDecay(double value) {
    ownDecay += value;
    return this;
  }

  /**
   * Sets the optimizer's decoupled decay: weights shrink by the factor {@code 1 -
   * learningRate·value}.
   */
  public UpdateCoefficients weightDecay(double value) {
    weightDecay = value;
    return this;
  }

  /** Returns the learning rate η. */
  public float learningRate() {
    return (float) learningRate;
  }

  /** Returns 1/η, or 0 for a learning rate of 0. */
  public float inverseLearningRate() {
    return learningRate > 0 ? (float) (1 / learningRate) : 0;
  }

  /** Returns η/(1 - β₁ᵗ), which multiplies Adam's first moment. */
  public float correctedLearningRate() {
    return (float) (learningRate * firstCorrection);
  }

  /** Returns 1/√(1 - β₂ᵗ), which multiplies the root of Adam's second moment. */
  public float rootCorrection() {
    return rootCorrection;
  }

  /** Returns the momentum μ. */
  public float momentum() {
    return momentum;
  }

  /** Returns how far a step goes along its gradient, in η: 1, or 1 + μ of Nesterov's momentum. */
  public float momentumReach(boolean nesterov) {
    return nesterov ? 1 + momentum : 1;
  }

  /** Returns β₁. */
  public float firstDecay() {
    return firstDecay;
  }

  /** Returns 1 - β₁. */
  public float firstShare() {
    return firstShare;
  }

  /** Returns β₂, or α of RMSProp. */
  public float secondDecay() {
    return secondDecay;
  }

  /** Returns 1 - β₂, or 1 - α of RMSProp. */
  public float secondShare() {
    return secondShare;
  }

  /** Returns ε, added to the root of the second moment. */
  public float epsilon() {
    return epsilon;
  }

  /** Returns the strength of the coupled l2 penalty. */
  public float l2() {
    return (float) l2;
  }

  /** Returns the strength of an l1 penalty that acts by its subgradient. */
  public float subgradientL1() {
    return (float) subgradientL1;
  }

  /** Returns η·l1 of an l1 penalty that acts by a soft threshold. */
  public float threshold() {
    return (float) (learningRate * proximalL1);
  }

  /** Returns t·l1 of an l1 penalty that acts by a soft threshold, after t updates. */
  public float accumulatedL1() {
    return (float) (updates * proximalL1);
  }

  /** Returns (t − 1)·l1, what {@link #accumulatedL1} was in the update before. */
  public float accumulatedL1Before() {
    return (float) ((updates - 1) * proximalL1);
  }

  /** Returns what Nadam multiplies the gradient by. */
  public float gradientShare() {
    return gradientShare;
  }

  /** Returns what Nadam multiplies the running average of gradients by. */
  public float meanShare() {
    return meanShare;
  }

  /**
   * Returns {@code 1 - η·ω}, ω being the sum of the decays, which multiplies weights before the
   * step.
   */
  public float decayFactor() {
    return (float) (1 - learningRate * (weightDecay + ownDecay));
  }
}
