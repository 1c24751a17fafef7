package dev.annette.processor.read;

import dev.annette.Allow;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.LayerSpec;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.layer.PassThrough;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Reads one field of a network's class. */
final class LayerReader {
  private final Kinds kinds;
  private final Diagnostics problems;

  LayerReader(Kinds kinds, Diagnostics problems) {
    this.kinds = kinds;
    this.problems = problems;
  }

  /**
   * Returns the layer that a field declares, or nothing where it declares none. A layer with
   * mistakes is returned as well, so that the rest of the network is checked.
   */
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
    List<AnnotationMirror> mirrors = new ArrayList<>(layerMirrors);
    mirrors.addAll(modifierMirrors);
    requireKnownTypes(field, !mirrors.isEmpty());
    if (!FieldType.isLayer(field) && mirrors.isEmpty()) {
      checkAllow(field);
      return Optional.empty();
    }
    checkField(field, mirrors);
    List<ModifierSpec> modifiers = new ArrayList<>();
    for (AnnotationMirror mirror : modifierMirrors) {
      modifiers.add(kinds.modifier(mirror).orElseThrow().read(attributes(field, mirror)));
    }
    modifiers.sort(Comparator.comparing(modifier -> !modifier.beforeNoise()));
    LayerSpec spec = spec(field, layerMirrors, modifiers, mirrors);
    return Optional.of(
        new LayerDeclaration(
            field.getSimpleName().toString(),
            spec,
            modifiers,
            AllowedKeys.of(field, problems),
            ElementOrigin.of(field)));
  }

  /** A type that is not found may be one of ours without its import, or one not yet written. */
  private static void requireKnownTypes(Element field, boolean isAnnotated) {
    boolean mayBeLayer =
        isAnnotated || FieldType.isLayer(field) || field.asType().toString().equals("Layer");
    boolean hasUnknown =
        FieldType.isUnknown(field)
            || field.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().getKind() == TypeKind.ERROR);
    if (mayBeLayer && hasUnknown) {
      throw new UnreadableValueException(field.toString());
    }
  }

  private LayerSpec spec(
      Element field,
      List<AnnotationMirror> layerMirrors,
      List<ModifierSpec> modifiers,
      List<AnnotationMirror> mirrors) {
    List<LayerSpec> specs = new ArrayList<>();
    for (AnnotationMirror mirror : layerMirrors) {
      specs.add(kinds.layer(mirror).orElseThrow().read(attributes(field, mirror)));
    }
    if (specs.size() == 1) {
      return specs.get(0);
    }
    if (specs.size() > 1) {
      reportTwo(field, layerMirrors);
    } else if (modifiers.stream().anyMatch(ModifierSpec::standsAlone)) {
      return new PassThrough();
    } else if (!modifiers.isEmpty()) {
      problems.report(
          Problem.MISSING,
          new ElementOrigin(field, mirrors.get(0), null),
          modifiers.get(0).source()
              + " on "
              + field.getSimpleName()
              + " changes a layer, but the field does not say which kind of layer it is. Add one,"
              + " such as @Dense(units = 10).");
    }
    return new UnreadLayer();
  }

  private void checkField(Element field, List<AnnotationMirror> mirrors) {
    if (mirrors.isEmpty()) {
      problems.report(
          Problem.MISSING,
          ElementOrigin.of(field),
          field.getSimpleName()
              + " is a layer, but no annotation says what it does. Annotate it, such as with"
              + " @Dense(units = 10), or remove it. Layer annotations: "
              + layerNames()
              + ".");
    } else if (!FieldType.isLayer(field)) {
      problems.report(
          Problem.MISPLACED,
          ElementOrigin.of(field),
          name(mirrors.get(0))
              + " stands on "
              + field.getSimpleName()
              + ", "
              + FieldType.remedy(field));
    }
    if (field.getModifiers().contains(Modifier.STATIC)) {
      problems.report(
          Problem.MISPLACED,
          ElementOrigin.of(field),
          field.getSimpleName()
              + " is static, but a layer belongs to the network that the class describes. Remove"
              + " static.");
    }
  }

  private void checkAllow(Element field) {
    Annotations.find(field, Allow.class)
        .ifPresent(
            mirror ->
                problems.report(
                    Problem.MISPLACED,
                    new ElementOrigin(field, mirror, null),
                    "@Allow on "
                        + field.getSimpleName()
                        + " has no effect: the field is not a layer. Remove it, or put it on a"
                        + " layer."));
  }

  private void reportTwo(Element field, List<AnnotationMirror> layerMirrors) {
    String names =
        layerMirrors.stream().map(LayerReader::name).collect(Collectors.joining(" and "));
    problems.report(
        Problem.TWO_LAYERS,
        new ElementOrigin(field, layerMirrors.get(1), null),
        field.getSimpleName()
            + " carries "
            + names
            + ", but a field is one layer. Give each its own field.");
  }

  private MirrorAttributes attributes(Element field, AnnotationMirror mirror) {
    return new MirrorAttributes(field, mirror, problems);
  }

  private static String name(AnnotationMirror mirror) {
    return "@" + mirror.getAnnotationType().asElement().getSimpleName();
  }

  private String layerNames() {
    return kinds.layers().stream()
        .map(kind -> "@" + kind.annotation().getSimpleName())
        .collect(Collectors.joining(", "));
  }
}
