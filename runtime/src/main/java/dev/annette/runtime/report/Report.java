package dev.annette.runtime.report;

import dev.annette.runtime.json.AtomicFile;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Provenance;
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
 * words, learning curves with data loss and penalties apart, how well the model does, whether its
 * probabilities mean what they say, its weights and its layers.
 *
 * <pre>{@code
 * Report.of(trainer.model(), history)
 *     .evaluation(Evaluation.of(trainer.model(), unseen))
 *     .write(Path.of("digits.html"));
 * }</pre>
 *
 * <p>The same run gives the same bytes. What there is nothing to say about is left out.
 */
public final class Report {
  private final NetworkModel model;
  private final Optional<History> history;
  private final Optional<Evaluation> evaluation;

  private Report(NetworkModel model, Optional<History> history, Optional<Evaluation> evaluation) {
    this.model = model;
    this.history = history;
    this.evaluation = evaluation;
  }

  /** Returns the report of a model and the run it came from. */
  public static Report of(NetworkModel model, History history) {
    return new Report(model, Optional.of(history), Optional.empty());
  }

  /** Returns the report of a model alone, with what it remembers of its runs. */
  public static Report of(NetworkModel model) {
    return new Report(model, Optional.empty(), Optional.empty());
  }

  /** Adds how well the model does, best on rows that no run has seen. */
  public Report evaluation(Evaluation measured) {
    return new Report(model, history, Optional.of(measured));
  }

  /** Writes the file; one that was there is replaced as a whole. */
  public void write(Path file) throws IOException {
    AtomicFile.replace(file, out -> out.write(html().getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the file, which is XHTML in UTF-8. */
  public String html() {
    Markup out = new Markup();
    String name = simpleName();
    out.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").open("head").line();
    out.empty("meta", "charset", "utf-8");
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    out.empty("meta", "name", "color-scheme", "content", "light dark");
    out.element("title", name + " \u2013 report").line().style(style());
    out.close("head").line().open("body").open("main").line();
    writeHead(out, name);
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
    return List.of(
        new DoctorSection(history),
        new LearningSection(epochs(), best()),
        new MeasuresSection(evaluation),
        new ProbabilitySection(evaluation),
        new WeightsSection(model),
        new SummarySection(model));
  }

  private void writeHead(Markup out, String name) {
    Provenance from = model.provenance();
    out.open("header").element("h1", name).open("p", "class", "facts");
    out.element("span", model.description().network());
    if (!from.optimizer().isEmpty()) {
      out.text(" ").element("span", "%d epochs, %d updates".formatted(from.epochs(), from.steps()));
      out.text(" ").element("span", from.optimizer());
      out.text(" ").element("span", "m = " + Figures.of(from.examples()));
    }
    out.text(" ").element("span", "seed " + from.seed()).close("p").close("header").line();
  }

  private List<EpochRecord> epochs() {
    return history.map(History::epochs).orElseGet(() -> model.provenance().history());
  }

  private OptionalInt best() {
    return history
        .filter(run -> !run.epochs().isEmpty())
        .map(run -> OptionalInt.of(run.best().epoch()))
        .orElse(OptionalInt.empty());
  }

  private String simpleName() {
    String name = model.description().network();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String style() {
    try (InputStream css = Report.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
