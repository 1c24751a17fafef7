package dev.annette.processor.read;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.layer.Attributes;
import dev.annette.rule.NumberRule;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The values of one annotation, read from its mirror. */
final class MirrorAttributes implements Attributes {
  /** What javac gives for a text whose constant it does not find. */
  private static final String ERROR = "<error>";

  /** Stands in for a number that breaks its rule; it keeps every rule. */
  private static final double NUMBER = 0.5;

  /** Stands in for a count that breaks its rule; it is enough for every loss. */
  private static final int COUNT = 2;

  /** Stands in for what is no class; it is never written. */
  private static final ClassRef NO_CLASS = new ClassRef("", List.of("NoClass"), false);

  private final Element element;
  private final AnnotationMirror mirror;
  private final Diagnostics problems;

  MirrorAttributes(Element element, AnnotationMirror mirror, Diagnostics problems) {
    this.element = element;
    this.mirror = mirror;
    this.problems = problems;
  }

  @Override
  public double number(String name) {
    return read(name, Number.class).doubleValue();
  }

  @Override
  public double number(String name, NumberRule rule) {
    double number = number(name);
    if (rule.allows(number)) {
      return number;
    }
    outOfRange(name, rule.clause() + "." + rule.suggestion(number));
    return NUMBER;
  }

  @Override
  public int count(String name, String reason) {
    int count = read(name, Integer.class);
    if (count >= 1) {
      return count;
    }
    outOfRange(name, reason + ", so it must be at least 1." + didYouMean(count));
    return COUNT;
  }

  /**
   * Returns whole numbers that are at least 1.
   *
   * @param reason why, as a clause
   */
  List<Integer> counts(String name, String reason) {
    List<Integer> counts = new ArrayList<>();
    if (!(Annotations.value(mirror, name).getValue() instanceof List<?> values)) {
      throw new UnreadableValueException(name);
    }
    for (Object value : values) {
      if (!(value instanceof AnnotationValue entry)
          || !(entry.getValue() instanceof Integer count)) {
        throw new UnreadableValueException(name);
      }
      if (count < 1) {
        problems.report(
            Problem.OUT_OF_RANGE,
            new ElementOrigin(element, mirror, entry),
            source(name)
                + " on "
                + field()
                + ": "
                + reason
                + (values.size() == 1
                    ? ", so it must be at least 1." + didYouMean(count)
                    : ", so each size must be at least 1, not " + count + "."));
      }
      counts.add(count < 1 ? COUNT : count);
    }
    return counts;
  }

  /** Returns a class. */
  TypeMirror type(String name) {
    return read(name, TypeMirror.class);
  }

  /** Returns the texts of an attribute, each with its place. */
  List<AnnotationValue> texts(String name) {
    List<AnnotationValue> texts = list(name);
    for (AnnotationValue text : texts) {
      if (!(text.getValue() instanceof String) || text.getValue().equals(ERROR)) {
        throw new UnreadableValueException(name);
      }
    }
    return texts;
  }

  @Override
  public List<Double> numbers(String name) {
    return entries(name, Double.class);
  }

  @Override
  public List<String> words(String name) {
    return texts(name).stream().map(text -> (String) text.getValue()).toList();
  }

  @Override
  public <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
    List<E> constants = new ArrayList<>();
    for (VariableElement entry : entries(name, VariableElement.class)) {
      constants.add(constant(entry, type));
    }
    return constants;
  }

  private <T> List<T> entries(String name, Class<T> type) {
    List<T> entries = new ArrayList<>();
    for (AnnotationValue entry : list(name)) {
      if (!type.isInstance(entry.getValue())) {
        throw new UnreadableValueException(name);
      }
      entries.add(type.cast(entry.getValue()));
    }
    return entries;
  }

  private List<AnnotationValue> list(String name) {
    List<AnnotationValue> list = new ArrayList<>();
    if (!(Annotations.value(mirror, name).getValue() instanceof List<?> values)) {
      throw new UnreadableValueException(name);
    }
    for (Object value : values) {
      if (!(value instanceof AnnotationValue entry)) {
        throw new UnreadableValueException(name);
      }
      list.add(entry);
    }
    return list;
  }

  @Override
  public int whole(String name) {
    return read(name, Integer.class);
  }

  @Override
  public boolean flag(String name) {
    return read(name, Boolean.class);
  }

  @Override
  public <E extends Enum<E>> E constant(String name, Class<E> type) {
    return constant(read(name, VariableElement.class), type);
  }

  private static <E extends Enum<E>> E constant(VariableElement element, Class<E> type) {
    String constant = element.getSimpleName().toString();
    try {
      return Enum.valueOf(type, constant);
    } catch (IllegalArgumentException unknown) {
      throw new UnreadableValueException(constant);
    }
  }

  @Override
  public ClassRef type(String name, String contract) {
    TypeMirror type = read(name, TypeMirror.class);
    if (type.getKind() == TypeKind.ERROR) {
      throw new UnreadableValueException(type.toString());
    }
    if (!(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement written)) {
      objectTo(name, "an object must be made of it, but it is no class", contract);
      return NO_CLASS;
    }
    CustomClass.fault(written, element, contract)
        .ifPresent(fault -> objectTo(name, fault, contract));
    return ClassRefs.of(written);
  }

  private void objectTo(String name, String fault, String contract) {
    report(
        Problem.CUSTOM_CLASS,
        origin(name),
        source(name)
            + " on "
            + field()
            + ": "
            + fault
            + ". Name a class that implements "
            + contract
            + ", with a constructor without parameters, both accessible from here.");
  }

  @Override
  public boolean isWritten(String name) {
    return Annotations.written(mirror, name) != null;
  }

  @Override
  public String source(String name) {
    String annotation = source();
    String text = AnnotationText.of(Annotations.value(mirror, name));
    return annotation + "(" + (name.equals("value") ? "" : name + " = ") + text + ")";
  }

  @Override
  public String source() {
    return "@" + mirror.getAnnotationType().asElement().getSimpleName();
  }

  @Override
  public String field() {
    return element.getSimpleName().toString();
  }

  @Override
  public Origin origin() {
    return new ElementOrigin(element, mirror, null);
  }

  @Override
  public Origin origin(String name) {
    return new ElementOrigin(element, mirror, Annotations.written(mirror, name));
  }

  @Override
  public Origin origin(String name, int index) {
    return origin(list(name).get(index));
  }

  /** Returns the place of a value inside an array. */
  Origin origin(AnnotationValue value) {
    return new ElementOrigin(element, mirror, value);
  }

  @Override
  public void report(Problem problem, Origin origin, String message) {
    problems.report(problem, origin, message);
  }

  private void outOfRange(String name, String rule) {
    report(Problem.OUT_OF_RANGE, origin(name), source(name) + " on " + field() + ": " + rule);
  }

  private <T> T read(String name, Class<T> type) {
    Object value = Annotations.value(mirror, name).getValue();
    if (!type.isInstance(value)) {
      throw new UnreadableValueException(name);
    }
    return type.cast(value);
  }

  private static String didYouMean(int count) {
    return count < 0 && count > Integer.MIN_VALUE ? " Did you mean " + -count + "?" : "";
  }
}
