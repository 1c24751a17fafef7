package dev.annette.processor.read;

import dev.annette.Allow;
import dev.annette.Network;
import dev.annette.processor.column.ColumnKind;
import dev.annette.processor.layer.LayerKind;
import dev.annette.processor.layer.ModifierKind;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;

/** The kinds of layers and modifiers on the processor path. */
public final class Kinds {
  private final List<LayerKind> layers;
  private final List<ModifierKind> modifiers;
  private final List<ColumnKind> columns;

  /** Creates a set of kinds without columns. */
  public Kinds(List<LayerKind> layers, List<ModifierKind> modifiers) {
    this(layers, modifiers, List.of());
  }

  /** Creates a set of kinds. */
  public Kinds(List<LayerKind> layers, List<ModifierKind> modifiers, List<ColumnKind> columns) {
    this.layers = layers;
    this.modifiers = modifiers;
    this.columns = columns;
  }

  /** Returns the kinds that the processor's own class loader finds, in the order of their names. */
  public static Kinds load() {
    ClassLoader loader = Kinds.class.getClassLoader();
    List<LayerKind> layers = new ArrayList<>();
    ServiceLoader.load(LayerKind.class, loader).forEach(layers::add);
    layers.sort(Comparator.comparing(kind -> kind.annotation().getName()));
    List<ModifierKind> modifiers = new ArrayList<>();
    ServiceLoader.load(ModifierKind.class, loader).forEach(modifiers::add);
    modifiers.sort(Comparator.comparing(kind -> kind.annotation().getName()));
    List<ColumnKind> columns = new ArrayList<>();
    ServiceLoader.load(ColumnKind.class, loader).forEach(columns::add);
    columns.sort(Comparator.comparing(kind -> kind.annotation().getName()));
    return new Kinds(layers, modifiers, columns);
  }

  /** Returns the kinds of layers. */
  public List<LayerKind> layers() {
    return layers;
  }

  /** Returns the kinds of modifiers. */
  public List<ModifierKind> modifiers() {
    return modifiers;
  }

  /** Returns the kinds of columns. */
  public List<ColumnKind> columns() {
    return columns;
  }

  /** Returns the names of all annotations that the processor claims. */
  public Set<String> annotationNames() {
    Set<String> names = new LinkedHashSet<>();
    names.add(Network.class.getCanonicalName());
    names.add(Allow.class.getCanonicalName());
    fieldAnnotations().forEach(type -> names.add(type.getCanonicalName()));
    columns.forEach(kind -> names.add(kind.annotation().getCanonicalName()));
    return names;
  }

  /** Returns the annotations that stand on layers. */
  public List<Class<? extends Annotation>> fieldAnnotations() {
    List<Class<? extends Annotation>> types = new ArrayList<>();
    layers.forEach(kind -> types.add(kind.annotation()));
    modifiers.forEach(kind -> types.add(kind.annotation()));
    return types;
  }

  Optional<LayerKind> layer(AnnotationMirror mirror) {
    return layers.stream().filter(kind -> Annotations.isOf(mirror, kind.annotation())).findFirst();
  }

  Optional<ColumnKind> column(AnnotationMirror mirror) {
    return columns.stream().filter(kind -> Annotations.isOf(mirror, kind.annotation())).findFirst();
  }

  Optional<ModifierKind> modifier(AnnotationMirror mirror) {
    return modifiers.stream()
        .filter(kind -> Annotations.isOf(mirror, kind.annotation()))
        .findFirst();
  }
}
