package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annette.PenaltyScaling;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Penalty;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes what the network is made of, as it stands in model files. */
final class DescriptionWriter {
  /** A layer takes up to about 200 bytes of bytecode. */
  private static final int LAYERS_PER_METHOD = 8;

  private final Names names;
  private final Program program;
  private final Declaration declaration;

  DescriptionWriter(Names names) {
    this.names = names;
    this.program = names.program();
    this.declaration = program.declaration();
  }

  void addTo(TypeSpec.Builder type) {
    String sizes =
        declaration.input().sizes().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(",$W"));
    MethodSpec.Builder describe =
        MethodSpec.methodBuilder("describe")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(RuntimeNames.NETWORK_DESCRIPTION)
            .addStatement(
                "$T network =$W$T.network($S,$W" + sizes + ")",
                RuntimeNames.DESCRIPTION_BUILDER,
                RuntimeNames.NETWORK_DESCRIPTION,
                declaration.type().canonicalName())
            .addStatement(
                "network.$L.delta($L).outputs($L)",
                loss(),
                declaration.loss().delta(),
                program.outputs().width().size());
    List<CodeBlock> layers = new ArrayList<>();
    declaration.rows().ifPresent(rows -> layers.addAll(new ColumnDescriptions(names, rows).list()));
    declaration.layers().forEach(layer -> layers.add(layer(layer)));
    List<MethodSpec> parts = new ArrayList<>();
    for (int i = 0; i < layers.size(); i += LAYERS_PER_METHOD) {
      List<CodeBlock> chunk = layers.subList(i, Math.min(i + LAYERS_PER_METHOD, layers.size()));
      if (layers.size() <= LAYERS_PER_METHOD) {
        chunk.forEach(describe::addStatement);
      } else {
        parts.add(part("describePart" + (parts.size() + 1), chunk));
        describe.addStatement("$L(network)", parts.get(parts.size() - 1).name());
      }
    }
    type.addMethod(describe.addStatement("return network.build()").build());
    parts.forEach(type::addMethod);
  }

  private CodeBlock loss() {
    ClassRef custom = declaration.loss().custom();
    return custom == null
        ? CodeBlock.of(
            "loss($T.$L)", declaration.loss().loss().getDeclaringClass(), declaration.loss().loss())
        : CodeBlock.of("customLoss($S,$Wnew $T())", custom, Names.of(custom));
  }

  private static MethodSpec part(String name, List<CodeBlock> layers) {
    MethodSpec.Builder part =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(RuntimeNames.DESCRIPTION_BUILDER, "network");
    layers.forEach(part::addStatement);
    return part.build();
  }

  private CodeBlock layer(LayerDeclaration layer) {
    CodeBlock.Builder text = CodeBlock.builder();
    text.add("network.layer($S, $S)", layer.name(), layer.spec().kind());
    text.add(layer.spec().attributes().isEmpty() ? "" : "\n");
    addAttributes(layer.spec().attributes(), text);
    for (ModifierSpec modifier : layer.modifiers()) {
      text.add("\n.modifier($S)", modifier.kind());
      addAttributes(modifier.attributes(), text);
      scaling(layer, modifier).ifPresent(s -> text.add("$Z.with($S, $S)", "scaling", lower(s)));
    }
    for (Parameter parameter : program.parametersOf(layer.name())) {
      Value value = parameter.value();
      String method = parameter.role().name().toLowerCase(Locale.ROOT);
      text.add("\n.$L($S", method, value.name());
      if (value.rows() != null) {
        text.add(", $L", value.rows().size());
      }
      text.add(", $L)", value.width().size());
    }
    return text.build();
  }

  private static void addAttributes(Map<String, Object> attributes, CodeBlock.Builder text) {
    attributes.forEach(
        (name, value) -> {
          if (value instanceof ClassRef type) {
            text.add("$Z.with($S, $S,$Wnew $T())", name, type, Names.of(type));
          } else {
            text.add(value instanceof String ? "$Z.with($S, $S)" : "$Z.with($S, $L)", name, value);
          }
        });
  }

  /** Returns what a penalty's strength means, with the network's scaling filled in. */
  private Optional<PenaltyScaling> scaling(LayerDeclaration layer, ModifierSpec modifier) {
    return program.parametersOf(layer.name()).stream()
        .flatMap(parameter -> parameter.penalties().stream())
        .filter(penalty -> penalty.kind().equals(modifier.kind()))
        .map(Penalty::scaling)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static String lower(PenaltyScaling scaling) {
    return scaling.name().toLowerCase(Locale.ROOT);
  }
}
