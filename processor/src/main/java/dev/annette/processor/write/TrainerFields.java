package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.BackwardStep;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Penalty;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.RandomStream;
import dev.annette.processor.ir.RowDeclaration;
import dev.annette.processor.ir.RuntimeObject;
import dev.annette.processor.ir.Value;
import dev.annette.processor.write.StepPhases.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The fields of a trainer: numbers of the declaration, what is learned, and working memory. */
final class TrainerFields {
  private static final TypeName FLOATS = TypeName.get(float[].class);
  private static final String RULES = "dev.annette.rule";

  /** Fields that a constructor gives their values, of up to 40 bytes of bytecode each. */
  private static final int FIELDS_OF_A_CONSTRUCTOR = 48;

  private final Names names;
  private final Program program;
  private final KernelCallPrinter printer;
  private final boolean isLarge;

  TrainerFields(Names names) {
    this.names = names;
    this.program = names.program();
    this.printer = new KernelCallPrinter(names);
    this.isLarge = fields().size() + program.randoms().size() > FIELDS_OF_A_CONSTRUCTOR;
  }

  void addTo(TypeSpec.Builder type) {
    program.constants().forEach(constant -> type.addField(Members.constant(constant)));
    type.addField(workPerRow());
    if (program.declaration().loss().custom() != null) {
      type.addField(customLoss(Names.of(program.declaration().loss().custom())));
    }
    fields().forEach(field -> type.addField(isLarge ? withoutValue(field) : field));
    program.randoms().forEach(random -> type.addField(key(random)));
    type.addField(
        FieldSpec.builder(RuntimeNames.TRAINING_STATE, "state", Modifier.PRIVATE, Modifier.FINAL)
            .addJavadoc("Steps done, optimizer, threads: what does not depend on the layers.\n")
            .build());
    StepPhases.of(names).forEach(phase -> type.addField(phase(phase)));
    type.addField(
        FieldSpec.builder(RuntimeNames.UPDATE_PHASE, "update", Modifier.PRIVATE, Modifier.FINAL)
            .addJavadoc("The part of a step that learns from all rows.\n")
            .initializer("this::update")
            .build());
    addWorkingMemory(type);
  }

  /**
   * Returns what gives the fields their values, where a constructor would grow too long with them:
   * the virtual machine only compiles methods below 8,000 bytes.
   */
  List<CodeBlock> assignments() {
    return isLarge
        ? fields().stream()
            .map(field -> CodeBlock.of("$L = $L", field.name(), field.initializer()))
            .toList()
        : List.of();
  }

  /** Returns the fields that never change, each with its value. */
  private List<FieldSpec> fields() {
    List<FieldSpec> fields = new ArrayList<>();
    program.parameters().forEach(parameter -> fields.add(values(parameter)));
    program.hypers().forEach(hyper -> fields.add(hyper(hyper)));
    statisticLayers().forEach((layer, parts) -> fields.add(statistics(layer, parts)));
    program.parameters().stream()
        .filter(parameter -> parameter.value().role() == Value.Role.LEARNED)
        .forEach(parameter -> fields.add(learned(parameter)));
    program.parameters().stream()
        .filter(parameter -> parameter.value().role() == Value.Role.RUNNING)
        .forEach(parameter -> fields.add(running(parameter.value())));
    program.columns().forEach(column -> fields.add(Members.vector(column, names)));
    program.rowPenalties().forEach(strength -> fields.add(rowPenalty(strength)));
    program.held().forEach(held -> fields.add(Members.held(held, names)));
    return fields;
  }

  private FieldSpec rowPenalty(Hyper strength) {
    return FieldSpec.builder(
            RuntimeNames.ACTIVITY_PENALTY,
            names.rowPenalty(strength),
            Modifier.PRIVATE,
            Modifier.FINAL)
        .addJavadoc("What each row of $L adds to the penalty.\n", strength.layer())
        .initializer(
            "new $T(\n$>$>$S, $L$<$<)",
            RuntimeNames.ACTIVITY_PENALTY,
            strength.attribute(),
            names.hyper(strength))
        .build();
  }

  private static FieldSpec withoutValue(FieldSpec field) {
    return FieldSpec.builder(field.type(), field.name(), Modifier.PRIVATE)
        .addJavadoc(field.javadoc())
        .build();
  }

  private FieldSpec workPerRow() {
    long work = 0;
    for (BackwardStep backward : program.backward()) {
      long forward = backward.step().op().work(backward.step().operands());
      work += forward * (1 + backward.products());
    }
    return FieldSpec.builder(
            long.class, "WORK_PER_ROW", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc(
            "Multiply-adds of one row in a step; decides from how many rows on threads pay.\n")
        .initializer("$LL", work)
        .build();
  }

  private static FieldSpec customLoss(ClassName type) {
    return FieldSpec.builder(
            type, Names.CUSTOM_LOSS, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("From {@code @Network(customLoss = $L.class)}.\n", type.simpleName())
        .initializer("new $T()", type)
        .build();
  }

  private FieldSpec values(Parameter parameter) {
    Value value = parameter.value();
    String what =
        switch (value.role()) {
          case STATISTIC -> "Measured on the training rows";
          case RUNNING -> "Following the batches of training";
          default -> "Learned";
        };
    return FieldSpec.builder(FLOATS, names.array(value), Modifier.PRIVATE, Modifier.FINAL)
        .addJavadoc("$L, {@code $L}.\n", what, Javadoc.shape(value))
        .initializer("new float[$L]", size(value))
        .build();
  }

  private static CodeBlock size(Value value) {
    String width = value.width().constant();
    return value.rows() == null
        ? CodeBlock.of("$L", width)
        : CodeBlock.of("$L$W* $L", value.rows().constant(), width);
  }

  private FieldSpec hyper(Hyper hyper) {
    return FieldSpec.builder(
            RuntimeNames.HYPERPARAMETER, names.hyper(hyper), Modifier.PRIVATE, Modifier.FINAL)
        .addJavadoc("{@link #$L}, unless a run overrides it.\n", hyper.constant().name())
        .initializer(
            "new $T(\n$>$>$S,$W$S,$W$L,$W$T.$L$<$<)",
            RuntimeNames.HYPERPARAMETER,
            hyper.layer(),
            hyper.attribute(),
            hyper.constant().name(),
            com.palantir.javapoet.ClassName.get(RULES, "NumberRule"),
            hyper.rule())
        .build();
  }

  private Map<String, List<Parameter>> statisticLayers() {
    return program.parameters().stream()
        .filter(parameter -> parameter.value().role() == Value.Role.STATISTIC)
        .collect(
            Collectors.groupingBy(
                parameter -> parameter.value().layer(),
                java.util.LinkedHashMap::new,
                Collectors.toList()));
  }

  private FieldSpec statistics(String layer, List<Parameter> parts) {
    CodeBlock arrays =
        parts.stream()
            .map(part -> CodeBlock.of("$L", names.array(part.value())))
            .collect(CodeBlock.joining(",$W"));
    Optional<RowDeclaration> rows = program.declaration().rows();
    if (rows.filter(row -> row.layer().equals(layer)).isPresent()) {
      return measured(layer, RuntimeNames.COLUMN_STATISTICS, arrays, "measures");
    }
    if (rows.filter(row -> row.labelLayer().equals(layer)).isPresent()) {
      return measured(layer, RuntimeNames.LABEL_STATISTICS, arrays, "labelMeasures");
    }
    return statisticsField(layer, RuntimeNames.FITTED_STATISTICS)
        .initializer("new $T(\n$>$>$S,$W$L$<$<)", RuntimeNames.FITTED_STATISTICS, layer, arrays)
        .build();
  }

  /** Returns the statistics of typed rows, which say what they measure. */
  private FieldSpec measured(String layer, ClassName type, CodeBlock arrays, String measures) {
    return statisticsField(layer, type)
        .initializer(
            "new $T(\n$>$>$S,$W$L,$W$T.$L()$<$<)", type, layer, arrays, names.rows(), measures)
        .build();
  }

  private FieldSpec.Builder statisticsField(String layer, TypeName type) {
    return FieldSpec.builder(type, names.statistics(layer), Modifier.PRIVATE, Modifier.FINAL);
  }

  private FieldSpec running(Value value) {
    return FieldSpec.builder(
            RuntimeNames.RUNNING_STATISTIC, names.sink(value), Modifier.PRIVATE, Modifier.FINAL)
        .initializer(
            "$T.of(\n$>$>$S, $L$<$<)",
            RuntimeNames.RUNNING_STATISTIC,
            value.name(),
            names.array(value))
        .build();
  }

  private FieldSpec learned(Parameter parameter) {
    CodeBlock.Builder made =
        CodeBlock.builder()
            .add(
                "$T.of(\n$>$>$S, $L)",
                RuntimeNames.LEARNED_PARAMETER,
                parameter.value().name(),
                names.array(parameter.value()));
    for (Penalty penalty : parameter.penalties()) {
      made.add("\n.penalty($L)", printer.print(penalty.term()));
    }
    for (RuntimeObject constraint : parameter.constraints()) {
      made.add("\n.constraint($L)", printer.print(constraint));
    }
    made.add("$<$<");
    return FieldSpec.builder(
            RuntimeNames.LEARNED_PARAMETER,
            names.sink(parameter.value()),
            Modifier.PRIVATE,
            Modifier.FINAL)
        .initializer(made.build())
        .build();
  }

  private FieldSpec key(RandomStream random) {
    FieldSpec.Builder key = FieldSpec.builder(long.class, names.key(random), Modifier.PRIVATE);
    if (!isLarge) {
      key.addModifiers(Modifier.FINAL);
    }
    return key.addJavadoc(
            "Chooses the random numbers of $L on $L.\n",
            random.purpose().toLowerCase(Locale.ROOT).replace('_', ' '),
            random.layer())
        .build();
  }

  private FieldSpec phase(Phase phase) {
    return FieldSpec.builder(
            phase.acrossRows() ? RuntimeNames.COLUMN_PHASE : RuntimeNames.ROW_PHASE,
            names.phase(phase.method()),
            Modifier.PRIVATE,
            Modifier.FINAL)
        .addJavadoc("$L", Javadoc.wrap(phase.comment()))
        .initializer("this::$L", phase.method())
        .build();
  }

  private void addWorkingMemory(TypeSpec.Builder type) {
    type.addField(
        FieldSpec.builder(int.class, "capacity", Modifier.PRIVATE)
            .addJavadoc("The rows that the arrays below have room for.\n")
            .build());
    type.addField(
        FieldSpec.builder(RuntimeNames.BATCH, "batch", Modifier.PRIVATE)
            .addJavadoc("The batch at hand.\n")
            .build());
    for (Value array : program.arrays()) {
      type.addField(
          FieldSpec.builder(FLOATS, names.array(array), Modifier.PRIVATE)
              .addJavadoc("$L", ArrayComment.of(array, program))
              .build());
    }
    type.addField(
        FieldSpec.builder(FLOATS, "rowLoss", Modifier.PRIVATE)
            .addJavadoc("{@code [rows]}: the loss of each row, times its weight.\n")
            .build());
  }
}
