package dev.annette.runtime.report;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.file.AtomicFile;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.metric.NumberMeasures;
import dev.annette.runtime.metric.NumberScores;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.History;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run and its model as one HTML file to look at, which needs nothing from elsewhere: the doctor's
 * words, how well the model does, learning curves with data loss and penalties apart, whether its
 * probabilities mean what they say, its weights and its layers.
 *
 * <pre>{@code
 * Report.of(trainer.model(), history)
 *     .evaluation(Evaluation.of(trainer.model(), unseen))
 *     .rows(unseen)
 *     .write(Path.of("digits.html"));
 * }</pre>
 *
 * <p>The same run gives the same bytes. What there is nothing to say about is left out.
 */
public final class Report {
  private final NetworkModel model;
  private Optional<History> history = Optional.empty();
  private Optional<Evaluation> evaluation = Optional.empty();
  private Optional<Predictions> predictions = Optional.empty();
  private LearningRates rates = new LearningRates();

  private Report(NetworkModel model) {
    this.model = model;
  }

  /** Returns the report of a model and the run it came from. */
  public static Report of(NetworkModel model, History history) {
    Report report = of(model);
    report.history = Optional.of(history);
    return report;
  }

  /** Returns the report of a model alone, with the epochs that it remembers. */
  public static Report of(NetworkModel model) {
    return new Report(model);
  }

  /** Adds how well the model does, best on rows that no run has seen. */
  public Report evaluation(Evaluation measured) {
    evaluation = Optional.of(measured);
    return this;
  }

  /**
   * Adds what the model says of rows, best those of the evaluation: where it answers with numbers,
   * predicted against actual.
   *
   * @throws IllegalArgumentException if the dataset does not fit the network
   */
  public Report rows(Dataset rows) {
    NetworkDescription network = model.description();
    if (!network.loss().isCrossEntropy() && !network.outputsAreClasses()) {
      Predictions all = new Predictions(network.outputs());
      Evaluation.measure(network, model.predictor(), rows, List.of(all));
      predictions = Optional.of(all);
    } else {
      rows.check(network);
    }
    return this;
  }

  /** Adds the learning rate of every epoch. */
  public Report learningRates(LearningRates seen) {
    rates = seen;
    return this;
  }

  /**
   * Writes the file; one that was there is replaced as a whole.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    byte[] bytes = html().getBytes(StandardCharsets.UTF_8);
    AtomicFile.replace(file, out -> out.write(bytes));
  }

  /** Returns the file, which is HTML and XML at once. */
  public String html() {
    Heading heading = new Heading(model, history, best());
    Markup out = new Markup();
    out.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").open("head").line();
    out.empty("meta", "charset", "utf-8");
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    out.empty("meta", "name", "color-scheme", "content", "light dark").line();
    out.element("title", heading.name() + " \u2013 report").line().style(style());
    out.close("head").line().open("body").open("main").line();
    heading.write(out);
    for (Section section : sections()) {
      if (section.hasContent()) {
        out.open("section").element("h2", section.title()).line();
        section.write(out);
        out.close("section").line();
      }
    }
    out.close("main").close("body").close("html").line();
    return "<!DOCTYPE html>\n" + out;
  }

  private List<Section> sections() {
    List<EpochRecord> epochs =
        history.map(History::epochs).orElseGet(() -> model.provenance().history());
    return List.of(
        new DoctorSection(history),
        new MeasuresSection(evaluation),
        new LearningSection(epochs, best(), rates),
        new ProbabilitySection(evaluation),
        new NumberSection(predictions, numbers()),
        new WeightsSection(model, history),
        new LayersSection(model),
        new RemarksSection(history),
        new EpochsSection(epochs));
  }

  /** Returns the names of the numbers that were evaluated; none if none were. */
  private List<String> numbers() {
    return evaluation
        .map(Evaluation::measures)
        .filter(NumberMeasures.class::isInstance)
        .map(measures -> ((NumberMeasures) measures).outputs())
        .orElse(List.of())
        .stream()
        .map(NumberScores::output)
        .toList();
  }

  private OptionalInt best() {
    return history
        .filter(run -> !run.epochs().isEmpty())
        .map(run -> OptionalInt.of(run.best().epoch()))
        .orElse(OptionalInt.empty());
  }

  private static String style() {
    try (InputStream css = Report.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
