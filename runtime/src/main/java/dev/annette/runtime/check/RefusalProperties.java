package dev.annette.runtime.check;

import static dev.annette.runtime.check.ModelTrial.parameters;

import dev.annette.Loss;
import dev.annette.runtime.check.ModelProperty.Measure;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.train.NetworkTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Rows that do not fit are refused in words, and nothing is learned from them. */
final class RefusalProperties {
  private RefusalProperties() {}

  /** Returns one property for each way in which rows can be wrong for this network. */
  static List<ModelProperty> of(ModelTrial trial) {
    List<ModelProperty> all = new ArrayList<>();
    for (float wrong : List.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)) {
      all.add(inBatch("a feature that is " + wrong, batch -> setLast(batch.features(), wrong)));
      all.add(
          new ModelProperty(
              "refuses to predict from a feature that is " + wrong,
              refusedRow(row -> setLast(row, wrong))));
      all.add(batch("a row that weighs " + wrong, batch -> weighted(batch, wrong)));
    }
    all.add(batch("a row that weighs -1", batch -> weighted(batch, -1)));
    all.add(batch("rows with a feature too many", RefusalProperties::wider));
    all.add(new ModelProperty("refuses to predict from a row too long", refusedLength(1)));
    all.add(new ModelProperty("refuses to predict from a row too short", refusedLength(-1)));
    if (trial.data().hasClasses()) {
      int outputs = trial.network().outputs();
      all.add(inBatch("class -1", batch -> classes(batch)[0] = -1));
      all.add(inBatch("class " + outputs, batch -> classes(batch)[0] = outputs));
    } else {
      addValues(all, trial.network().loss());
    }
    return all;
  }

  private static void addValues(List<ModelProperty> all, Loss loss) {
    all.add(inBatch("a target that is NaN", batch -> setLast(values(batch), Float.NaN)));
    all.add(
        inBatch(
            "a target that is infinite", batch -> setLast(values(batch), Float.POSITIVE_INFINITY)));
    all.add(
        batch(
            "rows with a target too many",
            batch ->
                Batch.of(
                    batch.features(),
                    batch.rows(),
                    new Targets.Values(
                        Arrays.copyOf(values(batch), values(batch).length + batch.rows())))));
    if (loss.isCrossEntropy()) {
      all.add(inBatch("a probability of 1.5", batch -> setLast(values(batch), 1.5f)));
    }
  }

  /** A batch that is wrong in one number. */
  private static ModelProperty inBatch(String what, Consumer<Batch> spoil) {
    return batch(
        what,
        batch -> {
          spoil.accept(batch);
          return batch;
        });
  }

  private static ModelProperty batch(String what, UnaryOperator<Batch> spoilt) {
    return new ModelProperty("refuses " + what, trial -> refusedBatch(trial, spoilt));
  }

  private static String refusedBatch(ModelTrial trial, UnaryOperator<Batch> spoilt) {
    NetworkTrainer<?> trainer = trial.fresh();
    float[] before = parameters(trainer);
    long steps = trainer.state().steps();
    Batch batch = spoilt.apply(trial.batch());
    String refusal = refusal(() -> trainer.step(batch));
    SameBits.require("weights after the refusal", before, parameters(trainer));
    if (trainer.state().steps() != steps) {
      throw new AssertionError("refused, but counted as a step");
    }
    return refusal;
  }

  private static Measure refusedRow(Consumer<float[]> spoil) {
    return trial -> {
      float[] row = trial.data().row(0);
      spoil.accept(row);
      return refusedPrediction(trial, row);
    };
  }

  private static Measure refusedLength(int more) {
    return trial ->
        refusedPrediction(
            trial, Arrays.copyOf(trial.data().row(0), trial.network().inputSize() + more));
  }

  private static String refusedPrediction(ModelTrial trial, float[] row) {
    Predictor predictor = trial.fresh().model().predictor();
    float[] output = new float[trial.network().outputs()];
    return refusal(() -> predictor.predict(row, output));
  }

  /** Returns the words of a refusal. */
  private static String refusal(Runnable call) {
    try {
      call.run();
    } catch (IllegalArgumentException refusal) {
      return "\"" + refusal.getMessage() + "\"";
    }
    throw new AssertionError("it is taken as if nothing were wrong");
  }

  private static Batch weighted(Batch batch, float wrong) {
    float[] weights = new float[batch.rows()];
    Arrays.fill(weights, 1);
    setLast(weights, wrong);
    return Batch.of(batch.features(), batch.rows(), batch.targets(), weights);
  }

  private static Batch wider(Batch batch) {
    int length = batch.features().length + batch.rows();
    return Batch.of(Arrays.copyOf(batch.features(), length), batch.rows(), batch.targets());
  }

  private static int[] classes(Batch batch) {
    return ((Targets.Classes) batch.targets()).indices();
  }

  private static float[] values(Batch batch) {
    return ((Targets.Values) batch.targets()).values();
  }

  private static void setLast(float[] numbers, float value) {
    numbers[numbers.length - 1] = value;
  }
}
