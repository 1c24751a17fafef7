package dev.annette.runtime.report;

import dev.annette.runtime.train.History;
import dev.annette.runtime.train.Remark;
import java.util.Optional;

/** What the run remarked. */
final class RemarksSection implements Section {
  private final Optional<History> history;

  RemarksSection(Optional<History> history) {
    this.history = history;
  }

  @Override
  public String title() {
    return "Remarks";
  }

  @Override
  public boolean hasContent() {
    return history.isPresent() && !history.get().remarks().isEmpty();
  }

  @Override
  public void write(Markup out) {
    out.open("dl", "class", "remarks").line();
    for (Remark remark : history.orElseThrow().remarks()) {
      out.element("dt", remark.kind().key()).element("dd", remark.text()).line();
    }
    out.close("dl").line();
  }
}
