package dev.annette.processor.read;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.RowDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the type of typed rows that a network names. */
final class RowReader {
  private static final String LAYER = "columns";
  private static final String LABEL_LAYER = "labels";

  private final Kinds kinds;
  private final Diagnostics problems;

  RowReader(Kinds kinds, Diagnostics problems) {
    this.kinds = kinds;
    this.problems = problems;
  }

  /**
   * Returns the rows that a network declares; nothing if they cannot be read, which is reported.
   *
   * @throws UnreadableValueException if the type is one that the compiler has not found (yet)
   */
  Optional<RowDeclaration> read(TypeElement network, MirrorAttributes attributes) {
    TypeMirror type = attributes.type("rows");
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement rows)) {
      attributes.report(
          Problem.UNSUPPORTED_CLASS,
          attributes.origin("rows"),
          "rows = "
              + type
              + ".class on "
              + attributes.field()
              + ": a row has columns, which "
              + type
              + " has not. Write a record, whose components are the columns.");
      return Optional.empty();
    }
    if (type.getKind() == TypeKind.ERROR) {
      throw new UnreadableValueException(type.toString());
    }
    ClassRef from = ClassRefs.of(network);
    if (!RowClassRules.check(attributes, rows, from)) {
      return Optional.empty();
    }
    ColumnReader reader = new ColumnReader(kinds, from, problems);
    List<Column> columns = new ArrayList<>();
    fields(rows).forEach((field, annotations) -> columns.add(reader.read(field, annotations)));
    RowDeclaration declaration =
        new RowDeclaration(
            ClassRefs.of(rows),
            rows.getKind() == ElementKind.RECORD,
            isConstructible(rows, from),
            columns,
            layerName(network, LAYER),
            layerName(network, LABEL_LAYER));
    boolean isComplete = new RowRules(declaration, attributes).check();
    return isComplete ? Optional.of(declaration) : Optional.empty();
  }

  /**
   * Returns the fields behind the columns with their annotations, in the order of the columns: that
   * of a record's components, or else that of the names, for class files need not keep another.
   */
  private Map<Element, List<AnnotationMirror>> fields(TypeElement rows) {
    Map<String, Element> declared = new TreeMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(rows.getEnclosedElements())) {
      if (!field.getModifiers().contains(Modifier.STATIC)) {
        declared.put(field.getSimpleName().toString(), field);
      }
    }
    Map<Element, List<AnnotationMirror>> fields = new LinkedHashMap<>();
    if (rows.getKind() == ElementKind.RECORD) {
      for (RecordComponentElement component : rows.getRecordComponents()) {
        Element field = declared.get(component.getSimpleName().toString());
        fields.put(field, annotations(field, component));
      }
      return fields;
    }
    for (Element field : declared.values()) {
      checkAccess(rows, field);
      fields.put(field, List.copyOf(field.getAnnotationMirrors()));
    }
    return fields;
  }

  /**
   * Returns the annotations of a component, which javac knows the places of on the field, and ecj
   * sometimes has on the component alone.
   */
  private static List<AnnotationMirror> annotations(Element field, Element component) {
    List<AnnotationMirror> annotations = new ArrayList<>(field.getAnnotationMirrors());
    for (AnnotationMirror other : component.getAnnotationMirrors()) {
      String name = other.getAnnotationType().toString();
      if (annotations.stream().noneMatch(a -> a.getAnnotationType().toString().equals(name))) {
        annotations.add(other);
      }
    }
    return annotations;
  }

  private void checkAccess(TypeElement rows, Element field) {
    if (field.getModifiers().contains(Modifier.PRIVATE)) {
      problems.report(
          Problem.UNSUPPORTED_COLUMN,
          ElementOrigin.of(field),
          field.getSimpleName()
              + " is private, but the classes written beside the network read it. Remove private,"
              + " or make "
              + rows.getSimpleName()
              + " a record.");
    }
  }

  /** Returns whether generated code can make a row of its columns. */
  private static boolean isConstructible(TypeElement rows, ClassRef from) {
    if (rows.getKind() == ElementKind.RECORD) {
      return true;
    }
    boolean isNeighbour = ClassRefs.of(rows).packageName().equals(from.packageName());
    for (ExecutableElement constructor : ElementFilter.constructorsIn(rows.getEnclosedElements())) {
      boolean isVisible =
          constructor.getModifiers().contains(Modifier.PUBLIC)
              || isNeighbour && !constructor.getModifiers().contains(Modifier.PRIVATE);
      if (constructor.getParameters().isEmpty() && isVisible) {
        return ElementFilter.fieldsIn(rows.getEnclosedElements()).stream()
            .noneMatch(field -> field.getModifiers().contains(Modifier.FINAL));
      }
    }
    return false;
  }

  /** Returns a name that no layer of the network has. */
  private static String layerName(TypeElement network, String wanted) {
    List<String> taken =
        ElementFilter.fieldsIn(network.getEnclosedElements()).stream()
            .map(field -> field.getSimpleName().toString())
            .toList();
    String name = wanted;
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }
}
