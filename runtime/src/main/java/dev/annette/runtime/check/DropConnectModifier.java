package dev.annette.runtime.check;

import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.random.CounterRandom;
import dev.annette.runtime.random.Purpose;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;

/**
 * {@code z = x·(W∘M) + b} with the masks M of the replayed run, drawn again: for each row or for
 * all, [in, out], 0 or the multiplier of kept weights. In prediction the plain product, and the
 * expectation of the activation over normal z of variance {@code rate/(1 − rate)·Σ w²x²}.
 */
public final class DropConnectModifier implements CheckModifier {
  private static final int LEVELS = 1 << 16;

  /** The expectation is a trapezoidal sum over this many deviations, on both sides of the mean. */
  private static final double RANGE = 10;

  private static final int INTERVALS = 4000;

  @Override
  public String kind() {
    return "dropConnect";
  }

  @Override
  public Matrix connect(LayerPass pass, ModifierDescription modifier, Matrix x) {
    OptionalLong key = pass.randomKey(Purpose.DROP_CONNECT);
    pass.keep("connected", x);
    if (key.isEmpty()) {
      return null;
    }
    double[] w = pass.tensor("weights");
    int in = x.width();
    int out = w.length / in;
    Matrix z = Matrix.zeros(x.rows(), out);
    for (int r = 0; r < x.rows(); r++) {
      double[] mask = mask(pass, modifier, key.getAsLong(), r, w.length);
      for (int j = 0; j < out; j++) {
        double sum = pass.has("bias") ? pass.tensor("bias")[j] : 0;
        for (int k = 0; k < in; k++) {
          sum += x.values()[r * in + k] * w[k * out + j] * mask[k * out + j];
        }
        z.values()[r * out + j] = sum;
      }
    }
    return z;
  }

  @Override
  public Matrix connectBackward(LayerPass pass, ModifierDescription modifier, Matrix dz) {
    OptionalLong key = pass.randomKey(Purpose.DROP_CONNECT);
    if (key.isEmpty()) {
      return null;
    }
    Matrix x = pass.kept("connected");
    double[] w = pass.tensor("weights");
    double[] dw = pass.gradient("weights");
    int in = x.width();
    int out = dz.width();
    Matrix dx = Matrix.zeros(x.rows(), in);
    for (int r = 0; r < x.rows(); r++) {
      double[] mask = mask(pass, modifier, key.getAsLong(), r, w.length);
      for (int j = 0; j < out; j++) {
        double g = dz.values()[r * out + j];
        if (pass.has("bias")) {
          pass.gradient("bias")[j] += g;
        }
        for (int k = 0; k < in; k++) {
          int at = k * out + j;
          dw[at] += g * x.values()[r * in + k] * mask[at];
          dx.values()[r * in + k] += g * w[at] * mask[at];
        }
      }
    }
    return dx;
  }

  @Override
  public Matrix activate(
      LayerPass pass, ModifierDescription modifier, Matrix z, DoubleUnaryOperator activation) {
    double dropped = dropped(pass.tensor("dropConnect")[0]);
    if (pass.isTraining() || dropped == 0) {
      return null;
    }
    double variance = dropped / (LEVELS - dropped);
    Matrix x = pass.kept("connected");
    double[] w = pass.tensor("weights");
    Matrix y = Matrix.zeros(z.rows(), z.width());
    for (int r = 0; r < z.rows(); r++) {
      for (int j = 0; j < z.width(); j++) {
        double squares = 0;
        for (int k = 0; k < x.width(); k++) {
          double term = x.values()[r * x.width() + k] * w[k * z.width() + j];
          squares += term * term;
        }
        int at = r * z.width() + j;
        y.values()[at] = expected(activation, z.values()[at], Math.sqrt(variance * squares));
      }
    }
    return y;
  }

  private static double expected(DoubleUnaryOperator activation, double mean, double deviation) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i <= INTERVALS; i++) {
      double place = RANGE * (2.0 * i / INTERVALS - 1);
      double density = Math.exp(-place * place / 2);
      sum += density * activation.applyAsDouble(mean + deviation * place);
      total += density;
    }
    return sum / total;
  }

  private static double[] mask(
      LayerPass pass, ModifierDescription modifier, long stepKey, int row, int size) {
    boolean shared = modifier.attributes().get("mask").equals("per_batch");
    long key = shared ? stepKey : CounterRandom.keyAt(stepKey, row);
    double dropped = dropped(pass.strength(modifier));
    double[] mask = new double[size];
    for (int e = 0; e < size; e++) {
      long block = CounterRandom.block(key, e / 64 * 16L + e % 16);
      long bits = block >>> (e / 16 % 4 * 16) & 0xFFFF;
      mask[e] = bits < dropped ? 0 : LEVELS / (LEVELS - dropped);
    }
    return mask;
  }

  private static double dropped(double rate) {
    return Math.min(LEVELS - 1, Math.round((float) rate * LEVELS));
  }
}
