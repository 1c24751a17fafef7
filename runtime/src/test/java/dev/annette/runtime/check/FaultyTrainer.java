package dev.annette.runtime.check;

import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.model.Inputs;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.train.LinearTrainer;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.TrainingState;
import dev.annette.runtime.train.ValueVisitor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A linear layer whose trainers and models a test can spoil in one respect. */
class FaultyTrainer implements NetworkTrainer<NetworkModel> {
  static final int INPUT = 3;

  private final NetworkTrainer<?> sound;
  private final UnaryOperator<FaultyTrainer> fresh;
  private final Function<NetworkModel, NetworkModel> model;

  private FaultyTrainer(
      NetworkTrainer<?> sound,
      UnaryOperator<FaultyTrainer> fresh,
      Function<NetworkModel, NetworkModel> model) {
    this.sound = sound;
    this.fresh = fresh;
    this.model = model;
  }

  /** Copies another trainer, to be spoilt by a subclass. */
  FaultyTrainer(FaultyTrainer other) {
    this(other.sound, other.fresh, other.model);
  }

  /** Returns a trainer without a fault. */
  static FaultyTrainer sound() {
    return withTrainers(UnaryOperator.identity());
  }

  /** Returns a trainer whose fresh ones are spoilt. */
  static FaultyTrainer withTrainers(UnaryOperator<FaultyTrainer> spoil) {
    return new FaultyTrainer(linear(1), spoil, UnaryOperator.identity());
  }

  /** Returns a trainer whose models are spoilt. */
  static FaultyTrainer withModels(Function<NetworkModel, NetworkModel> spoil) {
    return new FaultyTrainer(linear(1), UnaryOperator.identity(), spoil);
  }

  private static NetworkTrainer<?> linear(long seed) {
    LinearTrainer trainer = new LinearTrainer(INPUT, 2, Loss.HALF_SQUARED_ERROR, seed);
    trainer.setParameter("output.weights", 0.1f, -0.2f, 0.3f, -0.4f, 0.5f, -0.6f);
    return trainer;
  }

  @Override
  public NetworkDescription description() {
    return sound.description();
  }

  @Override
  public FaultyTrainer fresh(long seed) {
    return fresh.apply(new FaultyTrainer(linear(seed), fresh, model));
  }

  @Override
  public TrainingState state() {
    return sound.state();
  }

  @Override
  public double step(Batch batch) {
    return sound.step(batch);
  }

  @Override
  public double gradients(Batch batch, float[] gradients) {
    return sound.gradients(batch, gradients);
  }

  @Override
  public NetworkModel model() {
    return model.apply(new Careful(sound.model()));
  }

  @Override
  public void inspect(ValueVisitor visitor) {
    sound.inspect(visitor);
  }

  /** A model to be spoilt by a subclass. */
  static class Model implements NetworkModel {
    final NetworkModel sound;

    Model(NetworkModel sound) {
      this.sound = sound;
    }

    @Override
    public NetworkDescription description() {
      return sound.description();
    }

    @Override
    public ModelContent content() {
      return sound.content();
    }

    @Override
    public void save(Path file) throws IOException {
      sound.save(file);
    }

    @Override
    public void save(OutputStream stream) throws IOException {
      sound.save(stream);
    }

    @Override
    public byte[] toJson() {
      return sound.toJson();
    }

    @Override
    public Predictor predictor() {
      return sound.predictor();
    }
  }

  /** A model that refuses rows as generated ones do. */
  private static final class Careful extends Model {
    Careful(NetworkModel sound) {
      super(sound);
    }

    @Override
    public Predictor predictor() {
      Predictor predictor = super.predictor();
      return new Predictor() {
        @Override
        public void predict(float[] input, float[] output) {
          predict(input, 1, output);
        }

        @Override
        public void predict(float[] inputs, int rows, float[] outputs) {
          Inputs.requireRows("test.Linear", inputs, rows, INPUT);
          predictor.predict(inputs, rows, outputs);
        }

        @Override
        public void logits(float[] inputs, int rows, float[] outputs) {
          predict(inputs, rows, outputs);
        }
      };
    }
  }

  /** A predictor that spoils what another computes. */
  abstract static class SpoiltPredictor implements Predictor {
    private final Predictor sound;

    SpoiltPredictor(Predictor sound) {
      this.sound = sound;
    }

    /** Changes the outputs of some rows. */
    abstract void spoil(int rows, float[] outputs);

    @Override
    public void predict(float[] input, float[] output) {
      sound.predict(input, output);
      spoil(1, output);
    }

    @Override
    public void predict(float[] inputs, int rows, float[] outputs) {
      sound.predict(inputs, rows, outputs);
      spoil(rows, outputs);
    }

    @Override
    public void logits(float[] inputs, int rows, float[] outputs) {
      sound.logits(inputs, rows, outputs);
    }
  }
}
