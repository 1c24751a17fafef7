package dev.annette.runtime.report;

import dev.annette.runtime.diagnosis.Diagnosis;
import dev.annette.runtime.diagnosis.Finding;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.Remark;
import java.util.Optional;

/** What ails the run, in words, with the annotation to change; and what the run remarked. */
final class DoctorSection implements Section {
  private final Optional<History> history;

  DoctorSection(Optional<History> history) {
    this.history = history;
  }

  @Override
  public String title() {
    return "Diagnosis";
  }

  @Override
  public boolean hasContent() {
    return history.isPresent();
  }

  @Override
  public void write(Markup out) {
    Diagnosis diagnosis = history.orElseThrow().diagnose();
    if (diagnosis.healthy()) {
      out.element(
          "p", "Nothing found: no rule of the doctor applies to this run.", "class", "well");
    }
    for (Finding finding : diagnosis.findings()) {
      out.open("div", "class", "finding").element("strong", finding.key().replace('-', ' '));
      out.element("p", sentence(finding.words()));
      out.element("p", "Try " + finding.remedy() + ".", "class", "remedy").close("div").line();
    }
    if (!history.get().remarks().isEmpty()) {
      out.element("h3", "Remarks").open("ul", "class", "remarks");
      for (Remark remark : history.get().remarks()) {
        out.element("li", remark.toString());
      }
      out.close("ul").line();
    }
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
