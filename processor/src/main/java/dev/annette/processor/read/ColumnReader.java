package dev.annette.processor.read;

import dev.annette.processor.column.OneHotPart;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnPart.Slot;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.ir.ColumnType.Family;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Reads one column: a field of a class, or the field behind a record component. */
final class ColumnReader {
  private final Kinds kinds;
  private final ClassRef network;
  private final Diagnostics problems;

  ColumnReader(Kinds kinds, ClassRef network, Diagnostics problems) {
    this.kinds = kinds;
    this.network = network;
    this.problems = problems;
  }

  /**
   * Returns the column; what is wrong with it is reported, and it is returned all the same.
   *
   * @param annotations those of the field
   */
  Column read(Element field, List<AnnotationMirror> annotations) {
    ColumnType type = ColumnTypes.of(field.asType());
    List<ColumnPart> parts = new ArrayList<>();
    for (AnnotationMirror mirror : annotations) {
      if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
        throw new UnreadableValueException(mirror.toString());
      }
      kinds
          .column(mirror)
          .map(kind -> kind.read(new MirrorAttributes(field, mirror, problems), type))
          .ifPresent(parts::add);
    }
    boolean embedded = parts.stream().anyMatch(part -> part.embedding().isPresent());
    annotations.forEach(mirror -> checkLayerAnnotation(field, mirror, embedded));
    parts.sort(Comparator.comparing(ColumnPart::slot));
    String name = field.getSimpleName().toString();
    if (parts.stream().flatMap(part -> part.role().stream()).anyMatch(this::isIgnored)) {
      return new Column(name, type, ignored(name, parts), ElementOrigin.of(field));
    }
    checkType(field, type);
    ColumnPartRules rules = new ColumnPartRules(name, type, problems);
    List<ColumnPart> fitting = rules.fitting(parts);
    if (type.family() == Family.CATEGORY
        && fitting.stream().noneMatch(part -> part.slot() == Slot.ENCODING)) {
      fitting.add(OneHotPart.ofEnum(type, ElementOrigin.of(field)));
      checkEnum(field, type);
    }
    Column column = new Column(name, type, fitting, ElementOrigin.of(field));
    if (rules.allFit()) {
      new ColumnRules(column, problems).check();
    }
    return column;
  }

  private boolean isIgnored(Column.Role role) {
    return role == Column.Role.IGNORED;
  }

  /** Returns the part that ignores the column; others beside it have no effect. */
  private List<ColumnPart> ignored(String name, List<ColumnPart> parts) {
    for (ColumnPart part : parts) {
      if (!part.source().equals("@Ignore")) {
        problems.report(
            Problem.CONFLICT,
            part.origin(),
            part.source()
                + " on "
                + name
                + " has no effect beside @Ignore, which leaves the column out. Remove one of the"
                + " two.");
      }
    }
    return parts.stream().filter(part -> part.source().equals("@Ignore")).toList();
  }

  private void checkLayerAnnotation(Element field, AnnotationMirror mirror, boolean embedded) {
    boolean isOfLayers = kinds.layer(mirror).isPresent() || kinds.modifier(mirror).isPresent();
    if (isOfLayers && kinds.column(mirror).isEmpty()) {
      String annotation = "@" + mirror.getAnnotationType().asElement().getSimpleName();
      problems.report(
          Problem.MISPLACED,
          new ElementOrigin(field, mirror, null),
          annotation
              + " on "
              + field.getSimpleName()
              + (embedded ? ofEmbedding(annotation) : ofColumn()));
    }
  }

  private String ofColumn() {
    return " declares a layer, but this is a column of rows. Move it to a field of type Layer in "
        + network.simpleName()
        + ".";
  }

  private String ofEmbedding(String annotation) {
    return " is for the weights and outputs of a layer, which the numbers of an @Embedding are not:"
        + " they start with deviation 1 and are learned from the loss alone. Write "
        + annotation
        + " on the layer of "
        + network.simpleName()
        + " that reads them, or remove @Embedding, which gives that layer weights for each"
        + " category.";
  }

  private void checkType(Element field, ColumnType type) {
    if (type.family() == Family.OTHER) {
      problems.report(
          Problem.UNSUPPORTED_COLUMN,
          ElementOrigin.of(field),
          field.getSimpleName()
              + " is of type "
              + type.text()
              + ", which no encoding turns into features. Columns are numbers, booleans, enums,"
              + " String, LocalDate, LocalDateTime, and Optional of these. Change its type, or"
              + " leave it out with @Ignore.");
    }
    TypeElement constants = ColumnTypes.enumOf(field.asType());
    if (type.family() == Family.CATEGORY
        && constants != null
        && !ClassRefs.sees(network, constants)) {
      problems.report(
          Problem.UNSUPPORTED_COLUMN,
          ElementOrigin.of(field),
          field.getSimpleName()
              + " is of type "
              + type.text()
              + ", which is not visible to the classes written beside "
              + network.simpleName()
              + ". Make it public, or move it into their package and remove private.");
    }
  }

  private void checkEnum(Element field, ColumnType type) {
    if (type.constants().size() < 2) {
      problems.report(
          Problem.UNSUPPORTED_COLUMN,
          ElementOrigin.of(field),
          field.getSimpleName()
              + " is of type "
              + type.text()
              + ", which has "
              + (type.constants().isEmpty() ? "no constant" : "one constant")
              + ", so it says nothing. Add constants, or leave it out with @Ignore.");
    }
  }
}
