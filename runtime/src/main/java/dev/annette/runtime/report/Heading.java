package dev.annette.runtime.report;

import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Provenance;
import dev.annette.runtime.train.History;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What the report is about: the network, and where its numbers came from. */
final class Heading {
  private final NetworkModel model;
  private final Optional<History> history;
  private final OptionalInt best;

  Heading(NetworkModel model, Optional<History> history, OptionalInt best) {
    this.model = model;
    this.history = history;
    this.best = best;
  }

  /** Returns the name of the network without its package. */
  String name() {
    String name = model.description().network();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  void write(Markup out) {
    Provenance from = model.provenance();
    out.open("header").element("p", model.description().network(), "class", "eyebrow");
    out.element("h1", name()).open("dl", "class", "facts").line();
    fact(out, "seed", String.valueOf(from.seed()));
    fact(out, "loss", model.description().lossName().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (!from.optimizer().isEmpty()) {
      fact(out, "optimizer", from.optimizer());
      from.options().forEach((name, text) -> fact(out, name, text));
      fact(out, "epochs", Figures.count(from.epochs()));
      fact(out, "updates", Figures.count(from.steps()));
      fact(out, "training rows", examples(from.examples()));
    }
    best.ifPresent(epoch -> fact(out, "best epoch", Figures.count(epoch)));
    history.ifPresent(run -> fact(out, "end", run.end().describe()));
    out.close("dl").close("header").line();
  }

  /** Returns how many rows were trained on, which weights may make a fraction. */
  private static String examples(double examples) {
    return examples == Math.rint(examples) ? Figures.count((long) examples) : Figures.of(examples);
  }

  private static void fact(Markup out, String name, String value) {
    out.open("div").element("dt", name).element("dd", value).close("div");
  }
}
