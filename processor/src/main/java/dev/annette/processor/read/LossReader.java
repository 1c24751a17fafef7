package dev.annette.processor.read;

import dev.annette.Loss;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.ir.LossChoice;
import dev.annette.processor.ir.RowDeclaration;
import dev.annette.rule.NumberRule;
import java.util.Optional;

/**
 * The loss of a network: as it is written, of the library or the user's own, or as it follows from
 * the label of typed rows.
 */
final class LossReader {
  private static final String LOSS_FUNCTION = "dev.annette.runtime.custom.LossFunction";

  private final MirrorAttributes network;
  private final Optional<RowDeclaration> rows;

  LossReader(MirrorAttributes network, Optional<RowDeclaration> rows) {
    this.network = network;
    this.rows = rows;
  }

  LossChoice read() {
    if (network.isWritten("customLoss")) {
      ClassRef custom = network.type("customLoss", LOSS_FUNCTION);
      requireAlone();
      rows.ifPresent(this::requireNumbers);
      return new LossChoice(Loss.CUSTOM, delta(Loss.CUSTOM), custom, network.origin("customLoss"));
    }
    Loss loss = ofLibrary();
    return new LossChoice(loss, delta(loss), null, network.origin("loss"));
  }

  private void requireAlone() {
    Loss written = network.constant("loss", Loss.class);
    if (network.isWritten("loss") && written != Loss.CUSTOM) {
      network.report(
          Problem.CONFLICT,
          network.origin("customLoss"),
          network.source("customLoss")
              + " on "
              + network.field()
              + " stands beside loss = "
              + written
              + ", but training makes one loss small. Remove one of the two.");
    }
  }

  private void requireNumbers(RowDeclaration row) {
    if (row.loss().isCrossEntropy()) {
      network.report(
          Problem.CONFLICT,
          network.origin("customLoss"),
          network.source("customLoss")
              + " on "
              + network.field()
              + ": the label "
              + row.labels().get(0).name()
              + " is "
              + row.labels().get(0).type().family().words()
              + ", whose loss is "
              + row.loss()
              + ". Remove customLoss: a loss of your own is for labels that are numbers.");
    }
  }

  private Loss ofLibrary() {
    Loss written = network.constant("loss", Loss.class);
    if (!network.isWritten("rows")) {
      requireWritten(written);
      return written;
    }
    if (rows.isEmpty()) {
      return written == Loss.CUSTOM ? Loss.HALF_SQUARED_ERROR : written;
    }
    Loss followed = rows.get().loss();
    if (!network.isWritten("loss")) {
      return followed;
    }
    boolean fits =
        followed.isCrossEntropy()
            ? written == followed
            : !written.isCrossEntropy() && written != Loss.CUSTOM;
    if (fits) {
      return written;
    }
    reportMisfit(rows.get(), followed);
    return followed;
  }

  private void requireWritten(Loss written) {
    if (written == Loss.CUSTOM) {
      network.report(
          Problem.MISSING,
          network.origin("loss"),
          "@Network on "
              + network.field()
              + " does not say which loss training makes small. Write loss = CROSS_ENTROPY for"
              + " classes, BINARY_CROSS_ENTROPY for yes or no, HALF_SQUARED_ERROR for numbers, or"
              + " customLoss = a class of your own.");
    }
  }

  private double delta(Loss loss) {
    if (loss == Loss.HUBER) {
      return network.number("delta", NumberRule.HUBER_DELTA);
    }
    if (network.isWritten("delta")) {
      network.report(
          Problem.CONFLICT,
          network.origin("delta"),
          network.source("delta")
              + " on "
              + network.field()
              + ": delta belongs to HUBER, but the loss is "
              + loss
              + ". Remove delta, or write loss = HUBER.");
    }
    return network.number("delta");
  }

  private void reportMisfit(RowDeclaration row, Loss followed) {
    String label = row.labels().get(0).name();
    network.report(
        Problem.CONFLICT,
        network.origin("loss"),
        network.source("loss")
            + " on "
            + network.field()
            + ": the label "
            + label
            + " is "
            + row.labels().get(0).type().family().words()
            + ", whose loss is "
            + followed
            + (followed.isCrossEntropy() ? "" : " or another error of numbers")
            + ". Remove loss: it follows from the label.");
  }
}
