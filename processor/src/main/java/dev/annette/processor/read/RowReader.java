package dev.annette.processor.read;

import dev.annette.Ignore;
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
            obstacle(rows, columns, from),
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
    if (field.getModifiers().contains(Modifier.PRIVATE)
        && Annotations.find(field, Ignore.class).isEmpty()) {
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

  /** Returns why generated code cannot make a row of its columns; empty if it can. */
  private static String obstacle(TypeElement rows, List<Column> columns, ClassRef from) {
    if (rows.getKind() == ElementKind.RECORD) {
      return "";
    }
    boolean isNeighbour = ClassRefs.of(rows).packageName().equals(from.packageName());
    boolean isMade =
        ElementFilter.constructorsIn(rows.getEnclosedElements()).stream()
            .filter(constructor -> constructor.getParameters().isEmpty())
            .map(Element::getModifiers)
            .anyMatch(
                has ->
                    has.contains(Modifier.PUBLIC)
                        || isNeighbour && !has.contains(Modifier.PRIVATE));
    if (!isMade) {
      return rows.getSimpleName() + " has no constructor without arguments that is visible here.";
    }
    List<String> read =
        columns.stream()
            .filter(column -> column.role() != Column.Role.IGNORED)
            .map(Column::name)
            .toList();
    return ElementFilter.fieldsIn(rows.getEnclosedElements()).stream()
        .filter(field -> field.getModifiers().contains(Modifier.FINAL))
        .map(field -> field.getSimpleName().toString())
        .filter(read::contains)
        .findFirst()
        .map(field -> "the field " + field + " of " + rows.getSimpleName() + " is final.")
        .orElse("");
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
