package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.RandomStream;
import dev.annette.processor.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The identifiers of one generated class. Every name comes from the user's: the weights of {@code
 * hidden} are {@code hiddenWeights}; a clash is resolved here, by an underscore behind the name.
 */
final class Names {
  /** Which of the two classes the names are for. */
  enum Place {
    /** Features come from the batch at hand. */
    TRAINER,
    /** Features come from the predictor's argument. */
    MODEL
  }

  /** Identifiers that generated code uses whatever the user's names are. */
  private static final List<String> TAKEN =
      List.of(
          "batch",
          "capacity",
          "chunk",
          "content",
          "count",
          "differentiate",
          "features",
          "from",
          "forwardAndBackward",
          "gradients",
          "input",
          "inputs",
          "loss",
          "outputs",
          "part",
          "parts",
          "predictor",
          "row",
          "rowLoss",
          "rows",
          "scratch",
          "seed",
          "state",
          "step",
          "to",
          "trainer",
          "update",
          "updatePhase",
          "rowPhase",
          "visitor",
          "values",
          "DESCRIPTION",
          "ROWS_AT_A_TIME",
          "WORK_PER_ROW",
          // the first words of qualified names
          "dev",
          "java");

  private final Program program;
  private final Place place;
  private final NameAllocator allocator = new NameAllocator();

  /** Methods have names of their own, apart from those of fields. */
  private final NameAllocator methods = new NameAllocator();

  private final Map<String, String> methodNames = new HashMap<>();

  /** The layers whose statistics have a field. */
  private final Set<String> owners = new HashSet<>();

  Names(Program program, Place place) {
    this.program = program;
    this.place = place;
    program.constants().forEach(constant -> allocator.newName(constant.name(), constant));
    TAKEN.forEach(name -> allocator.newName(name, " " + name));
    methods.newName("forwardAndBackward");
    program.parameters().forEach(parameter -> allocate(parameter.value()));
    program.arrays().forEach(this::allocate);
    for (Parameter parameter : program.parameters()) {
      allocateOwner(parameter.value());
    }
    program.hypers().forEach(h -> allocator.newName(words(h.layer(), h.attribute()), h));
    program
        .randoms()
        .forEach(
            r ->
                allocator.newName(
                    words(r.layer(), r.purpose().toLowerCase(Locale.ROOT), "key"), r));
  }

  Program program() {
    return program;
  }

  Place place() {
    return place;
  }

  ClassRef network() {
    return program.declaration().type();
  }

  ClassName networkClass() {
    List<String> names = network().simpleNames();
    return ClassName.get(
        network().packageName(),
        names.get(0),
        names.subList(1, names.size()).toArray(String[]::new));
  }

  ClassName trainer() {
    return ClassName.get(network().packageName(), network().generatedName("Trainer"));
  }

  ClassName model() {
    return ClassName.get(network().packageName(), network().generatedName("Model"));
  }

  /** Returns the field that holds a value's array. */
  String array(Value value) {
    return allocator.get(program.home(value));
  }

  /** Returns the field that measures a layer's statistics. */
  String statistics(String layer) {
    return allocator.get(statisticsTag(layer));
  }

  /** Returns the field that takes a learned value's gradient. */
  String sink(Value value) {
    return allocator.get(sinkTag(value));
  }

  String hyper(Hyper hyper) {
    return allocator.get(hyper);
  }

  String key(RandomStream random) {
    return allocator.get(random);
  }

  /** Returns the method that does something for a layer: {@code forwardHidden}. */
  String method(String verb, String layer) {
    return methodNames.computeIfAbsent(
        verb + " " + layer, key -> methods.newName(verb + capital(layer)));
  }

  private void allocate(Value value) {
    String name =
        value.role() == Value.Role.GRADIENT
            ? words(value.name().substring(2), "gradient")
            : words(value.name());
    allocator.newName(name, value);
  }

  private void allocateOwner(Value value) {
    if (value.role() == Value.Role.LEARNED) {
      allocator.newName(words(value.name(), "parameter"), sinkTag(value));
    } else if (owners.add(value.layer())) {
      allocator.newName(words(value.layer(), "statistics"), statisticsTag(value.layer()));
    }
  }

  private static String statisticsTag(String layer) {
    return "statistics of " + layer;
  }

  private static String sinkTag(Value value) {
    return "sink of " + value.name();
  }

  /**
   * Joins words, themselves split at dots, to one in camel case. It does not start as a class does:
   * a field of a class's name would hide the class.
   */
  private static String words(String... words) {
    StringBuilder joined = new StringBuilder();
    for (String word : String.join(".", words).split("\\.")) {
      joined.append(joined.isEmpty() ? uncapital(word) : capital(word));
    }
    return joined.toString();
  }

  /** Returns a word with its first letter in lower case, unless it is an abbreviation. */
  private static String uncapital(String word) {
    boolean isAbbreviation = word.length() > 1 && Character.isUpperCase(word.charAt(1));
    return isAbbreviation
        ? word
        : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }

  /** Returns a word with its first letter in upper case. */
  static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
