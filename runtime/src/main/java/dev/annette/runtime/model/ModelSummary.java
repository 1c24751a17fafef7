package dev.annette.runtime.model;

import dev.annette.rule.NumberRule;
import java.util.Locale;

/** What is known of a model, as text. */
public final class ModelSummary {
  private ModelSummary() {}

  /**
   * Returns what is known of a network when it is compiled, followed by what its training came to.
   *
   * @param structure the text known then
   */
  public static String of(String structure, NetworkModel model) {
    return structure + training(model.provenance());
  }

  /**
   * Returns a line for the training and one for each penalty as it acted; nothing before the first
   * step.
   */
  public static String training(Provenance provenance) {
    if (provenance.steps() == 0) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(
            "\ntrained: %s steps in %s epochs, %s%s, seed %s\n"
                .formatted(
                    count(provenance.steps()),
                    count(provenance.epochs()),
                    provenance.optimizer(),
                    provenance.examples() == 0
                        ? ""
                        : ", m = " + NumberRule.number(provenance.examples()),
                    Long.toString(provenance.seed())));
    for (PenaltyRecord penalty : provenance.penalties()) {
      text.append(
          "  %s.%s: lambda %s %s, effective %s\n"
              .formatted(
                  penalty.parameter(),
                  penalty.kind(),
                  NumberRule.number(penalty.lambda()),
                  penalty.scaling(),
                  strength(penalty.effective())));
    }
    return text.toString();
  }

  private static String strength(double effective) {
    return effective == Math.rint(effective)
        ? NumberRule.number(effective)
        : String.format(Locale.ROOT, "%.2e", effective).replaceFirst("e([-+])0", "e$1");
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
