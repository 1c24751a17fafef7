package dev.annette.processor.read;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.LayerSpec;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.layer.LayerKind;
import dev.annette.processor.layer.ModifierKind;
import dev.annette.processor.layer.PassThrough;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** Reads one field of a network's class. */
final class LayerReader {
  private final Kinds kinds;
  private final Diagnostics problems;

  LayerReader(Kinds kinds, Diagnostics problems) {
    this.kinds = kinds;
    this.problems = problems;
  }

  /** Returns the layer that a field declares, or nothing where it declares none. */
  Optional<LayerDeclaration> read(Element field) {
    List<AnnotationMirror> layerMirrors = new ArrayList<>();
    List<AnnotationMirror> modifierMirrors = new ArrayList<>();
    for (AnnotationMirror mirror : field.getAnnotationMirrors()) {
      if (kinds.layer(mirror).isPresent()) {
        layerMirrors.add(mirror);
      } else if (kinds.modifier(mirror).isPresent()) {
        modifierMirrors.add(mirror);
      }
    }
    boolean isAnnotated = !layerMirrors.isEmpty() || !modifierMirrors.isEmpty();
    if (!ClassRules.isLayer(field)) {
      if (isAnnotated) {
        reportType(field, layerMirrors.isEmpty() ? modifierMirrors.get(0) : layerMirrors.get(0));
      }
      return Optional.empty();
    }
    if (!checkField(field, isAnnotated) || !checkOne(field, layerMirrors)) {
      return Optional.empty();
    }
    List<ModifierSpec> modifiers = new ArrayList<>();
    for (AnnotationMirror mirror : modifierMirrors) {
      ModifierKind kind = kinds.modifier(mirror).orElseThrow();
      modifiers.add(kind.read(new MirrorAttributes(field, mirror, problems)));
    }
    return spec(field, layerMirrors, modifiers).map(spec -> declaration(field, spec, modifiers));
  }

  private LayerDeclaration declaration(
      Element field, LayerSpec spec, List<ModifierSpec> modifiers) {
    return new LayerDeclaration(
        field.getSimpleName().toString(),
        spec,
        modifiers,
        AllowedKeys.of(field, problems),
        ElementOrigin.of(field));
  }

  private Optional<LayerSpec> spec(
      Element field, List<AnnotationMirror> layerMirrors, List<ModifierSpec> modifiers) {
    if (layerMirrors.size() == 1) {
      LayerKind kind = kinds.layer(layerMirrors.get(0)).orElseThrow();
      return Optional.of(kind.read(new MirrorAttributes(field, layerMirrors.get(0), problems)));
    }
    if (modifiers.stream().anyMatch(ModifierSpec::standsAlone)) {
      return Optional.of(new PassThrough());
    }
    ModifierSpec first = modifiers.get(0);
    problems.report(
        Problem.MISSING,
        first.origin(),
        first.source()
            + " on "
            + field.getSimpleName()
            + " changes a layer, but the field does not say which kind of layer it is. Add one, such"
            + " as @Dense(units = 10).");
    return Optional.empty();
  }

  private void reportType(Element field, AnnotationMirror mirror) {
    problems.report(
        Problem.MISPLACED,
        ElementOrigin.of(field),
        "@"
            + mirror.getAnnotationType().asElement().getSimpleName()
            + " stands on "
            + field.getSimpleName()
            + ", whose type is "
            + field.asType()
            + ": a layer is a field of type Layer. Write Layer "
            + field.getSimpleName()
            + ";.");
  }

  private boolean checkField(Element field, boolean isAnnotated) {
    if (!isAnnotated) {
      problems.report(
          Problem.MISSING,
          ElementOrigin.of(field),
          field.getSimpleName()
              + " is a layer, but no annotation says what it does. Annotate it, such as with"
              + " @Dense(units = 10), or remove it. Layer annotations: "
              + layerNames()
              + ".");
      return false;
    }
    if (field.getModifiers().contains(Modifier.STATIC)) {
      problems.report(
          Problem.MISPLACED,
          ElementOrigin.of(field),
          field.getSimpleName()
              + " is static, but layers belong to the network that the class describes. Remove"
              + " static.");
      return false;
    }
    return true;
  }

  private boolean checkOne(Element field, List<AnnotationMirror> layerMirrors) {
    if (layerMirrors.size() < 2) {
      return true;
    }
    String names =
        layerMirrors.stream()
            .map(mirror -> "@" + mirror.getAnnotationType().asElement().getSimpleName())
            .collect(Collectors.joining(" and "));
    problems.report(
        Problem.TWO_LAYERS,
        new ElementOrigin(field, layerMirrors.get(1), null),
        field.getSimpleName()
            + " carries "
            + names
            + ", but a field is one layer. Give each its own field.");
    return false;
  }

  private String layerNames() {
    return kinds.layers().stream()
        .map(kind -> "@" + kind.annotation().getSimpleName())
        .collect(Collectors.joining(", "));
  }
}
