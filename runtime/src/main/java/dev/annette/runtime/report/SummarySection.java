package dev.annette.runtime.report;

import dev.annette.runtime.model.NetworkModel;

/** The layers, what they cost, and the penalties as they acted: the model's own summary. */
final class SummarySection implements Section {
  private final NetworkModel model;

  SummarySection(NetworkModel model) {
    this.model = model;
  }

  @Override
  public String title() {
    return "Network";
  }

  @Override
  public boolean hasContent() {
    return true;
  }

  @Override
  public void write(Markup out) {
    out.open("div", "class", "wide").element("pre", model.summary()).close("div").line();
  }
}
