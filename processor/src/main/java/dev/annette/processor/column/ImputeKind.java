package dev.annette.processor.column;

import com.google.auto.service.AutoService;
import dev.annette.Imputation;
import dev.annette.Impute;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ColumnCall;
import dev.annette.processor.ir.ColumnFilling;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import dev.annette.processor.layer.Described;
import dev.annette.rule.NumberRule;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.SortedMap;

/** {@link Impute}: what stands for a missing value. */
@AutoService(ColumnKind.class)
public final class ImputeKind implements ColumnKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Impute.class;
  }

  @Override
  public ColumnPart read(Attributes attributes, ColumnType type) {
    Imputation imputation = attributes.constant("value", Imputation.class);
    checkConstant(attributes, imputation);
    double constant =
        imputation == Imputation.CONSTANT ? attributes.number("constant", NumberRule.CONSTANT) : 0;
    if (!type.canBeMissing() && type.family() != ColumnType.Family.OTHER) {
      attributes.report(
          Problem.CONFLICT,
          attributes.origin(),
          attributes.source("value")
              + " on "
              + attributes.field()
              + " says what stands for a missing value, but a value of type "
              + type.text()
              + " is always there. Remove it, or take a type that can be null or empty.");
    }
    return new ImputePart(attributes, imputation, constant);
  }

  private static void checkConstant(Attributes attributes, Imputation imputation) {
    boolean isConstant = imputation == Imputation.CONSTANT;
    if (isConstant == attributes.isWritten("constant")) {
      return;
    }
    attributes.report(
        isConstant ? Problem.MISSING : Problem.CONFLICT,
        attributes.origin(isConstant ? "value" : "constant"),
        isConstant
            ? attributes.source("value")
                + " on "
                + attributes.field()
                + " does not say which number. Write @Impute(value = CONSTANT, constant = 0)."
            : attributes.source("constant")
                + " on "
                + attributes.field()
                + ": constant belongs to CONSTANT, but missing values become "
                + imputation
                + ". Remove constant, or write value = CONSTANT.");
  }

  /** What stands for missing values. */
  private static final class ImputePart extends Part {
    private final Imputation imputation;
    private final double constant;

    ImputePart(Attributes attributes, Imputation imputation, double constant) {
      super(
          Slot.FILLING,
          attributes.source("value"),
          attributes.origin(),
          EnumSet.complementOf(EnumSet.of(ColumnType.Family.OTHER)),
          "stands for missing values");
      this.imputation = imputation;
      this.constant = constant;
    }

    @Override
    public SortedMap<String, Object> attributes() {
      Described described = new Described().with("impute", imputation);
      if (imputation == Imputation.CONSTANT) {
        described.with("impute.constant", constant);
      }
      return described.map();
    }

    @Override
    public Optional<ColumnFilling> filling() {
      Optional<ColumnCall> measure =
          switch (imputation) {
            case MEAN -> Optional.of(ColumnCall.of("MeanFilling"));
            case MEDIAN -> Optional.of(ColumnCall.of("MedianFilling"));
            default -> Optional.empty();
          };
      Optional<Double> number =
          imputation == Imputation.CONSTANT ? Optional.of(constant) : Optional.empty();
      return Optional.of(new ColumnFilling(measure, number));
    }
  }
}
