package dev.annette;

/**
 * A function applied to every output of a layer ({@link #SOFTMAX}: to every row of outputs).
 *
 * <p>Each constant is its own definition: {@link #value} and {@link #derivative} are the function
 * in double precision. {@code p} is the attribute that the constant needs ({@link Dense#slope()} or
 * {@link Dense#alpha()}); others do not read it.
 */
public enum Activation {
  /** {@code x}. */
  LINEAR(Keeps.NOTHING) {
    @Override
    public double value(double x, double p) {
      return x;
    }

    @Override
    public double derivative(double x, double p) {
      return 1;
    }
  },

  /** {@code max(x, 0)}; its derivative at 0 is 0. */
  RELU(Keeps.OUTPUT_SIGN, 0) {
    @Override
    public double value(double x, double p) {
      return x > 0 ? x : 0;
    }

    @Override
    public double derivative(double x, double p) {
      return x > 0 ? 1 : 0;
    }
  },

  /** {@code x} above 0, {@code slope · x} elsewhere (Maas et al. 2013). */
  LEAKY_RELU(Keeps.OUTPUT_SIGN, 0) {
    @Override
    public double value(double x, double p) {
      return x > 0 ? x : p * x;
    }

    @Override
    public double derivative(double x, double p) {
      return x > 0 ? 1 : p;
    }
  },

  /** {@code x} above 0, {@code alpha · (exp(x) − 1)} elsewhere (Clevert et al. 2016). */
  ELU(Keeps.OUTPUT, 0) {
    @Override
    public double value(double x, double p) {
      return x > 0 ? x : p * Math.expm1(x);
    }

    @Override
    public double derivative(double x, double p) {
      return x > 0 ? 1 : p * Math.exp(x);
    }
  },

  /**
   * ELU with the fixed α = 1.6732632423543772 and scale 1.0507009873554805 that keep mean 0 and
   * variance 1 from layer to layer (Klambauer et al. 2017).
   */
  SELU(Keeps.OUTPUT, 0) {
    @Override
    public double value(double x, double p) {
      return SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x));
    }

    @Override
    public double derivative(double x, double p) {
      return SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * Math.exp(x));
    }
  },

  /**
   * {@code x · Φ(x)} with the distribution function Φ of the normal (Hendrycks and Gimpel 2016).
   */
  GELU(Keeps.INPUT) {
    @Override
    public double value(double x, double p) {
      return x * Normal.distribution(x);
    }

    @Override
    public double derivative(double x, double p) {
      return Normal.distribution(x) + x * Normal.density(x);
    }
  },

  /** {@code ½x · (1 + tanh(√(2/π) · (x + 0.044715·x³)))}: the approximation of {@link #GELU}. */
  GELU_TANH(Keeps.INPUT) {
    @Override
    public double value(double x, double p) {
      return 0.5 * x * (1 + Math.tanh(ROOT_2_OVER_PI * (x + 0.044715 * x * x * x)));
    }

    @Override
    public double derivative(double x, double p) {
      double tanh = Math.tanh(ROOT_2_OVER_PI * (x + 0.044715 * x * x * x));
      double inner = ROOT_2_OVER_PI * (1 + 3 * 0.044715 * x * x);
      return 0.5 * (1 + tanh) + 0.5 * x * (1 - tanh * tanh) * inner;
    }
  },

  /** {@code x · sigmoid(x)}, also called swish (Elfwing et al. 2018). */
  SILU(Keeps.INPUT) {
    @Override
    public double value(double x, double p) {
      return x * sigmoid(x);
    }

    @Override
    public double derivative(double x, double p) {
      double s = sigmoid(x);
      return s * (1 + x * (1 - s));
    }
  },

  /** {@code x · tanh(softplus(x))} (Misra 2019). */
  MISH(Keeps.INPUT) {
    @Override
    public double value(double x, double p) {
      return x * Math.tanh(softplus(x));
    }

    @Override
    public double derivative(double x, double p) {
      double tanh = Math.tanh(softplus(x));
      return tanh + x * (1 - tanh * tanh) * sigmoid(x);
    }
  },

  /** {@code 1 / (1 + exp(−x))}. */
  SIGMOID(Keeps.OUTPUT) {
    @Override
    public double value(double x, double p) {
      return sigmoid(x);
    }

    @Override
    public double derivative(double x, double p) {
      double s = sigmoid(x);
      return s * sigmoid(-x);
    }
  },

  /** {@code x/6 + ½}, held within 0 and 1, as in Keras 3 and PyTorch; its slope at ±3 is 0. */
  HARD_SIGMOID(Keeps.OUTPUT, -3, 3) {
    @Override
    public double value(double x, double p) {
      return Math.max(0, Math.min(1, x / 6 + 0.5));
    }

    @Override
    public double derivative(double x, double p) {
      return x > -3 && x < 3 ? 1.0 / 6 : 0;
    }
  },

  /** The hyperbolic tangent. */
  TANH(Keeps.OUTPUT) {
    @Override
    public double value(double x, double p) {
      return Math.tanh(x);
    }

    @Override
    public double derivative(double x, double p) {
      double tanh = Math.tanh(x);
      return 1 - tanh * tanh;
    }
  },

  /** {@code log(1 + exp(x))}. */
  SOFTPLUS(Keeps.INPUT) {
    @Override
    public double value(double x, double p) {
      return softplus(x);
    }

    @Override
    public double derivative(double x, double p) {
      return sigmoid(x);
    }
  },

  /** {@code x / (1 + |x|)}. */
  SOFTSIGN(Keeps.OUTPUT) {
    @Override
    public double value(double x, double p) {
      return x / (1 + Math.abs(x));
    }

    @Override
    public double derivative(double x, double p) {
      double width = 1 + Math.abs(x);
      return 1 / (width * width);
    }
  },

  /**
   * {@code exp(x) / Σ exp(x)} over the outputs of a row.
   *
   * <p>A row's outputs belong together: {@link #value} takes {@code x − log Σ exp(x)}, and {@link
   * #derivative} is that of {@link #value}. The derivative of output i by input j is {@code yᵢ·([i
   * = j] − yⱼ)}.
   */
  SOFTMAX(Keeps.OUTPUT) {
    @Override
    public double value(double logProbability, double p) {
      return Math.exp(logProbability);
    }

    @Override
    public double derivative(double logProbability, double p) {
      return Math.exp(logProbability);
    }

    @Override
    public boolean elementwise() {
      return false;
    }
  };

  /** What the derivative of an activation is computed from when training goes backward. */
  public enum Keeps {
    /** Nothing: the derivative is constant. */
    NOTHING,
    /** What went into the activation. */
    INPUT,
    /** What came out of it. */
    OUTPUT,
    /** Only whether what came out is above 0. */
    OUTPUT_SIGN
  }

  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double ROOT_2_OVER_PI = Math.sqrt(2 / Math.PI);

  private final Keeps keeps;
  private final double[] kinks;

  Activation(Keeps keeps, double... kinks) {
    this.keeps = keeps;
    this.kinks = kinks;
  }

  /** Returns the function at x. */
  public abstract double value(double x, double p);

  /** Returns the derivative of the function at x. */
  public abstract double derivative(double x, double p);

  /** Returns whether every output depends on one input only. */
  public boolean elementwise() {
    return true;
  }

  /** Returns what the derivative is computed from. */
  public Keeps keeps() {
    return keeps;
  }

  /** Returns the places where the derivative jumps, in ascending order. */
  public double[] kinks() {
    return kinks.clone();
  }

  /** Returns whether this is one of the functions that are linear above 0 and flat below it. */
  public boolean isReluFamily() {
    return this == RELU || this == LEAKY_RELU || this == ELU;
  }

  private static double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
