package dev.annette.processor.read;

import dev.annette.Loss;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.RowDeclaration;
import java.util.Optional;

/** The loss of a network: as it is written, or as it follows from the label of typed rows. */
final class LossReader {
  private final MirrorAttributes network;
  private final Optional<RowDeclaration> rows;

  LossReader(MirrorAttributes network, Optional<RowDeclaration> rows) {
    this.network = network;
    this.rows = rows;
  }

  Loss read() {
    Loss written = network.constant("loss", Loss.class);
    if (!network.isWritten("rows")) {
      requireWritten();
      return written;
    }
    if (rows.isEmpty()) {
      return written;
    }
    Loss followed = rows.get().loss();
    if (!network.isWritten("loss")) {
      return followed;
    }
    if (followed.isCrossEntropy() ? written == followed : !written.isCrossEntropy()) {
      return written;
    }
    reportMisfit(rows.get(), followed);
    return followed;
  }

  private void requireWritten() {
    if (!network.isWritten("loss")) {
      network.report(
          Problem.MISSING,
          network.origin(),
          "@Network on "
              + network.field()
              + " does not say which loss training makes small. Write loss = CROSS_ENTROPY for"
              + " classes, BINARY_CROSS_ENTROPY for yes or no, or HALF_SQUARED_ERROR for numbers.");
    }
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
