package dev.annette.runtime.check;

import dev.annette.Activation;
import dev.annette.runtime.kernel.Scratch;
import dev.annette.runtime.kernel.activation.Elu;
import dev.annette.runtime.kernel.activation.Gelu;
import dev.annette.runtime.kernel.activation.HardSigmoid;
import dev.annette.runtime.kernel.activation.LeakyRelu;
import dev.annette.runtime.kernel.activation.Relu;
import dev.annette.runtime.kernel.activation.Selu;
import dev.annette.runtime.kernel.activation.Softmax;
import dev.annette.runtime.kernel.activation.Tanh;

/** The float kernels of an activation: all that have kinks, and one that keeps each other value. */
enum FloatActivation {
  RELU(Relu::forward, Relu::backward),
  LEAKY_RELU(
      (x, y, from, to, units, s) -> LeakyRelu.forward(x, y, from, to, units, 0.25f, s),
      (y, g, from, to, units, s) -> LeakyRelu.backward(y, g, from, to, units, 0.25f, s)),
  ELU(
      (x, y, from, to, units, s) -> Elu.forward(x, y, from, to, units, 0.5f, s),
      (y, g, from, to, units, s) -> Elu.backward(y, g, from, to, units, 0.5f, s)),
  SELU(Selu::forward, Selu::backward),
  HARD_SIGMOID(HardSigmoid::forward, HardSigmoid::backward),
  TANH(Tanh::forward, Tanh::backward),
  GELU(Gelu::forward, Gelu::backward),
  SOFTMAX(Softmax::forward, Softmax::backward);

  final Kernel forward;
  final Kernel backward;

  FloatActivation(Kernel forward, Kernel backward) {
    this.forward = forward;
    this.backward = backward;
  }

  Activation definition() {
    return Activation.valueOf(name());
  }

  /** Reads [rows, units] and writes, or multiplies into, [rows, units]. */
  @FunctionalInterface
  interface Kernel {
    void run(float[] read, float[] written, int from, int to, int units, Scratch scratch);
  }
}
