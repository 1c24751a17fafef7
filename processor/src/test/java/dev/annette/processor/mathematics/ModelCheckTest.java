package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Corpus;
import dev.annette.processor.testing.CustomParts;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.AnnetteModelCheck;
import dev.annette.runtime.check.AnnetteModelCheck.Line;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The battery for users, on generated networks. */
class ModelCheckTest {
  private static final int ROWS = 48;
  private static final String NORMED =
      Declarations.source(
          "corpus.Normed",
          "input = 4, loss = Loss.CROSS_ENTROPY",
          "@Dense(units = 8, activation = RELU) @BatchNorm @DropConnect(0.1) Layer" + " a;",
          "@Dense(units = 6, activation = TANH) @LayerNorm @ActivityL2(0.1) Layer b;",
          "@Dense(units = 6) @RmsNorm @Dropout(0.2) Layer c;",
          "@Dense(units = 3) Layer output;");

  @Test
  void every_network_of_the_corpus_keeps_its_promises() {
    List<Corpus.Sample> samples = Corpus.samples();
    String[] sources = samples.stream().map(Corpus.Sample::source).toArray(String[]::new);
    Compilation compilation = SourceCompiler.javac().compileCleanly(sources);
    for (Corpus.Sample sample : samples) {
      require(compilation.network(sample.name()).create(1));
    }
    require(SourceCompiler.javac().compileCleanly(NORMED).network("corpus.Normed").create(1));
  }

  private static void require(NetworkTrainer<?> trainer) {
    Training training = Training.epochs(2).batchSize(16).optimizer(Sgd.of(0.01));
    AnnetteModelCheck check = AnnetteModelCheck.run(trainer, data(trainer), training).require();
    assertTrue(check.lines().size() >= 28, check::toString);
  }

  @Test
  void a_wrong_derivative_of_a_loss_is_named() {
    String right = "derivative[i] = outputs[i] - targets[i];";
    requireGradientFailures(
        CustomParts.LOSS.replace(right, "derivative[i] = 1.01 * (outputs[i] - targets[i]);"),
        CustomParts.PENALTY,
        "derivative of wrong.Net.OwnLoss by output");
  }

  @Test
  void a_wrong_gradient_of_a_penalty_is_named() {
    requireGradientFailures(
        CustomParts.LOSS,
        CustomParts.PENALTY.replace("gradient, 0, in * out", "gradient, 0, in * out - 1"),
        "gradient of wrong.Net.OwnPenalty by hidden.weights[2, 3]");
  }

  private static void requireGradientFailures(String loss, String penalty, String place) {
    String source =
        Declarations.source(
            "wrong.Net",
            "input = 3, customLoss = Net.OwnLoss.class",
            "@Dense(units = 4, activation = TANH)"
                + " @CustomPenalty(value = 0.1, penalty = Net.OwnPenalty.class) Layer hidden;",
            "@Dense(units = 2) Layer output;",
            loss,
            penalty);
    NetworkTrainer<?> trainer =
        SourceCompiler.javac().compileCleanly(source).network("wrong.Net").create(1);
    List<Line> failures =
        AnnetteModelCheck.run(trainer, data(trainer), Training.epochs(1)).lines().stream()
            .filter(line -> !line.holds())
            .toList();
    assertEquals(
        List.of("gradients before training", "gradients after training"),
        failures.stream().map(Line::property).toList());
    failures.forEach(line -> assertTrue(line.found().contains(place), line.found()));
  }

  private static Dataset data(NetworkTrainer<?> trainer) {
    NetworkDescription network = trainer.description();
    Random random = new Random(3);
    int width = network.inputSize();
    Targets targets =
        Sample.batch(random, network.loss(), ROWS, width, network.outputs(), false).targets();
    float[] features = Sample.numbers(random, ROWS * width, 2);
    return targets instanceof Targets.Classes classes
        ? Dataset.ofClasses(features, ROWS, classes.indices())
        : Dataset.ofValues(features, ROWS, ((Targets.Values) targets).values());
  }
}
