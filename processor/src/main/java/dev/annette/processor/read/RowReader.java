package dev.annette.processor.read;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.RowDeclaration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    List<Element> fields = fields(rows);
    ColumnReader reader = new ColumnReader(kinds, from, problems);
    List<Column> columns = new ArrayList<>();
    for (Element field : fields) {
      columns.add(reader.read(field));
    }
    RowDeclaration declaration =
        new RowDeclaration(
            ClassRefs.of(rows),
            rows.getKind() == ElementKind.RECORD,
            isConstructible(rows, from),
            columns,
            layerName(network));
    boolean isComplete = new RowRules(declaration, attributes).check();
    return isComplete ? Optional.of(declaration) : Optional.empty();
  }

  /**
   * Returns the fields that carry the annotations of the columns, in the order of the columns: that
   * of a record's components, or else that of the names, for class files need not keep another.
   */
  private List<Element> fields(TypeElement rows) {
    List<VariableElement> declared =
        ElementFilter.fieldsIn(rows.getEnclosedElements()).stream()
            .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
            .toList();
    if (rows.getKind() == ElementKind.RECORD) {
      var byName =
          declared.stream().collect(Collectors.toMap(f -> f.getSimpleName().toString(), f -> f));
      List<Element> fields = new ArrayList<>();
      for (RecordComponentElement component : rows.getRecordComponents()) {
        fields.add(byName.get(component.getSimpleName().toString()));
      }
      return fields;
    }
    List<Element> fields = new ArrayList<>(declared);
    fields.sort(Comparator.comparing(field -> field.getSimpleName().toString()));
    fields.forEach(field -> checkAccess(rows, field));
    return fields;
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
  private static String layerName(TypeElement network) {
    List<String> taken =
        ElementFilter.fieldsIn(network.getEnclosedElements()).stream()
            .map(field -> field.getSimpleName().toString())
            .toList();
    String name = LAYER;
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }
}
