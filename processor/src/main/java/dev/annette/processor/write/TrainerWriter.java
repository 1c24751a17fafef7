package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.Program;
import java.util.List;

/** Writes the class that trains a network. */
final class TrainerWriter {
  private TrainerWriter() {}

  /**
   * Returns the trainer, which draws predictions where the program that does so has noise.
   *
   * @param summary the lines of the network's summary
   */
  static TypeSpec write(Names names, Program sampling, List<String> summary) {
    TypeSpec.Builder type =
        Members.type(names.trainer(), names, CodeBlock.of(""))
            .addJavadoc(
                "Trains the network that {@link $T} describes. Edit that class, not this file.\n\n",
                names.networkClass())
            .addJavadoc("<pre>\n$L</pre>\n\n", Javadoc.table(names.program()))
            .addJavadoc("<pre>\n$L</pre>\n\n", Javadoc.preformatted(summary))
            .addSuperinterface(
                ParameterizedTypeName.get(RuntimeNames.NETWORK_TRAINER, names.model()));
    String penalties = Javadoc.penalties(names.program());
    if (!penalties.isEmpty()) {
      type.addJavadoc(
          "Penalties, with m training examples and n rows in a batch:\n\n<pre>\n$L</pre>\n\n",
          penalties);
    }
    type.addJavadoc(
        "A trainer belongs to one thread at a time; it uses several by itself. What it has learned"
            + " so\n"
            + "far is taken by {@link #model()}.\n");
    TrainerFields fields = new TrainerFields(names);
    fields.addTo(type);
    new TrainerConstruction(names, fields.assignments()).addTo(type);
    new TrainerSteps(names).addTo(type);
    new LayerMethods(names).addTo(type);
    new TrainerAccess(names).addTo(type);
    if (sampling.draws()) {
      new SamplerWriter(names.inside(sampling)).addTo(type);
    }
    names
        .program()
        .declaration()
        .rows()
        .ifPresent(rows -> new RowTraining(names, rows).addTo(type));
    return type.build();
  }
}
