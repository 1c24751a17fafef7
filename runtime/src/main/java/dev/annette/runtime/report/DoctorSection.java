package dev.annette.runtime.report;

import dev.annette.runtime.diagnosis.Diagnosis;
import dev.annette.runtime.diagnosis.Finding;
import dev.annette.runtime.train.History;
import java.util.Locale;
import java.util.Optional;

/** What ails the run, in words, with the annotation to change. */
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
      String severity = finding.severity().name().toLowerCase(Locale.ROOT);
      out.open("div", "class", "finding " + severity);
      out.open("h3").element("span", severity, "class", "badge");
      out.text(" " + finding.key().replace('-', ' ')).close("h3");
      out.element("p", sentence(finding.words()));
      out.open("p", "class", "remedy").element("b", "Try").text(" " + finding.remedy() + ".");
      out.close("p").close("div").line();
    }
  }

  private static String sentence(String clause) {
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
  }
}
