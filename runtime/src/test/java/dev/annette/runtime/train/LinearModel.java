package dev.annette.runtime.train;

import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;

/** The model of {@link LinearTrainer}. */
record LinearModel(ModelContent content) implements NetworkModel {

  @Override
  public NetworkDescription description() {
    return content.description();
  }

  @Override
  public Predictor predictor() {
    float[] weights = content.tensor(0);
    float[] bias = content.tensor(1);
    return new LoopPredictor(inputSize(), outputSize()) {
      @Override
      float output(float[] inputs, int from, int unit) {
        float sum = bias[unit];
        for (int k = 0; k < inputSize(); k++) {
          sum = Math.fma(inputs[from + k], weights[k * outputSize() + unit], sum);
        }
        return sum;
      }
    };
  }
}
