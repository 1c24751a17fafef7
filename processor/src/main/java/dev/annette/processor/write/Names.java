package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.ir.Held;
import dev.annette.processor.ir.Hyper;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.RandomStream;
import dev.annette.processor.ir.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The identifiers of one generated class. Every name comes from the user's: the weights of {@code
 * hidden} are {@code hiddenWeights}; a clash is resolved here, by an underscore behind the name.
 */
final class Names {
  /** Which class the names are for. */
  enum Place {
    /** Features come from the batch at hand. */
    TRAINER,
    /** Features come from the predictor's argument. */
    MODEL,
    /** Inside a trainer; features come from the sampler's argument, parameters from the trainer. */
    SAMPLER
  }

  /** The field that holds a loss which the user wrote. */
  static final String CUSTOM_LOSS = "LOSS";

  /** Fields and variables of every trainer, and the first words of qualified names. */
  private static final String IN_TRAINERS =
      "batch capacity draw features forwardAndBackward from gradients input loss model number"
          + " outputs part parts purpose rowLoss rows scratch seed state to trainer update visitor"
          + " WORK_PER_ROW LOSS dev java";

  /** The same of every model. */
  private static final String IN_MODELS =
      "capacity chunk content count features from input inputs linked outputs pruned row rows"
          + " scratch to DESCRIPTION SUMMARY ROWS_AT_A_TIME dev java";

  /** Methods whose parameters are those of a layer's methods. */
  private static final String METHODS =
      "forwardAndBackward forwardFromNoise forwardToNoise backward update compareWithTargets";

  private final Program program;
  private final Place place;
  private final NameAllocator allocator;
  private final NameAllocator methodAllocator = new NameAllocator();

  /** The names of the layers' methods, by what they do in which layer. */
  private final Map<String, String> methods = new LinkedHashMap<>();

  /** The names of the fields of a step's phases, by their methods. */
  private final Map<String, String> phases = new LinkedHashMap<>();

  /** The values that have a field. */
  private final Set<Value> values;

  /** The layers whose statistics have a field. */
  private final Set<String> owners = new HashSet<>();

  Names(Program program, Place place) {
    this.program = program;
    this.place = place;
    this.allocator = new NameAllocator();
    this.values = new HashSet<>();
    String taken = place == Place.TRAINER ? IN_TRAINERS : IN_MODELS;
    List.of(taken.split(" ")).forEach(allocator::newName);
    List.of(METHODS.split(" ")).forEach(methodAllocator::newName);
    program.constants().forEach(constant -> allocator.newName(constant.name()));
    program.parameters().forEach(parameter -> allocate(parameter.value()));
    program.columns().forEach(this::allocate);
    program.arrays().forEach(this::allocate);
    for (Parameter parameter : program.parameters()) {
      allocateOwner(parameter.value());
    }
    program.held().forEach(held -> allocator.newName(words(held.name()), held));
    program.hypers().forEach(h -> allocator.newName(words(h.layer(), h.attribute()), h));
    program
        .rowPenalties()
        .forEach(h -> allocator.newName(words(h.layer(), h.attribute(), "penalty"), rowTag(h)));
    program
        .randoms()
        .forEach(
            r ->
                allocator.newName(
                    words(r.layer(), r.purpose().toLowerCase(Locale.ROOT).replace('_', '.'), "key"),
                    r));
  }

  /** Takes over the names of the class around, and gives those that it does not have. */
  private Names(Names around, Program program) {
    this.program = program;
    this.place = Place.SAMPLER;
    this.allocator = around.allocator.clone();
    this.values = new HashSet<>(around.values);
    List.of(METHODS.split(" ")).forEach(methodAllocator::newName);
    program.columns().forEach(this::allocate);
    program.arrays().forEach(this::allocate);
  }

  /**
   * Returns the names of a class inside this one that carries out another program of the network: a
   * value of both has one name, and an array of the inner class hides that of the outer.
   */
  Names inside(Program inner) {
    return new Names(this, inner);
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
    return of(network());
  }

  ClassName trainer() {
    return ClassName.get(network().packageName(), network().generatedName("Trainer"));
  }

  ClassName model() {
    return ClassName.get(network().packageName(), network().generatedName("Model"));
  }

  /** Returns the class that turns typed rows into features. */
  ClassName rows() {
    return ClassName.get(network().packageName(), network().generatedName("Rows"));
  }

  /** Returns a class as JavaPoet names it. */
  static ClassName of(ClassRef type) {
    List<String> names = type.simpleNames();
    return ClassName.get(
        type.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
  }

  /** Returns the field that holds a value's array. */
  String array(Value value) {
    return allocator.get(program.home(value));
  }

  /** Returns the field that measures a layer's statistics. */
  String statistics(String layer) {
    return allocator.get(statisticsTag(layer));
  }

  /** Returns the field that takes a learned value's gradient, or a running value's numbers. */
  String sink(Value value) {
    return allocator.get(sinkTag(value));
  }

  String hyper(Hyper hyper) {
    return allocator.get(hyper);
  }

  /** Returns the field of an object that a trainer keeps. */
  String held(Held held) {
    return allocator.get(held);
  }

  /** Returns the field that takes the penalty of each row. */
  String rowPenalty(Hyper strength) {
    return allocator.get(rowTag(strength));
  }

  String key(RandomStream random) {
    return allocator.get(random);
  }

  /**
   * Returns a method's name: {@code forwardHidden}.
   *
   * @param occurrence 1 for the first method that does this for the layer
   */
  String method(String verb, String layer, int occurrence) {
    return methods.computeIfAbsent(
        verb + " " + layer + " " + occurrence,
        method -> methodAllocator.newName(words(verb, layer)));
  }

  /** Returns the field that holds a phase of a step, by the method that carries it out. */
  String phase(String method) {
    return method.equals(Phases.WHOLE)
        ? method
        : phases.computeIfAbsent(method, allocator::newName);
  }

  private void allocate(Value value) {
    if (!values.add(value)) {
      return;
    }
    String name =
        value.role() == Value.Role.GRADIENT
            ? words(value.name().substring(2), "gradient")
            : words(value.name());
    allocator.newName(name, value);
  }

  private void allocateOwner(Value value) {
    if (value.role() == Value.Role.LEARNED) {
      allocator.newName(words(value.name(), "parameter"), sinkTag(value));
    } else if (value.role() == Value.Role.RUNNING) {
      allocator.newName(words(value.name(), "statistic"), sinkTag(value));
    } else if (owners.add(value.layer())) {
      allocator.newName(words(value.layer(), "statistics"), statisticsTag(value.layer()));
    }
  }

  private static String statisticsTag(String layer) {
    return "statistics of " + layer;
  }

  private static String rowTag(Hyper strength) {
    return "rows of " + strength.layer() + " " + strength.attribute();
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
