package dev.annette.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package of the runtime may know which, and what none of them does. */
class ArrowsTest {
  private static final String ROOT = "dev.annette.runtime";

  /** Every package, and all it may know besides itself and {@code java}. */
  private static final Map<String, String[]> ARROWS =
      arrows(
"""
          runtime           -> kernel
          random            ->
          kernel            -> random kernel.vector
          kernel.vector     -> random kernel jdk.incubator.vector..
          kernel.activation -> kernel
          kernel.loss       -> kernel custom
          parallel          -> kernel
          init              -> random
          custom            ->
          text              ->
          model             -> custom text dsl
          file              ->
          json              -> file rows data model text dsl com.fasterxml.jackson..
          data              -> model kernel.loss random dsl
          rows              -> data dsl
          data.transform    -> data model kernel.loss random dsl
          data.csv          -> rows data dsl de.siegmar.fastcsv..
          metric            -> data model custom text dsl
          diagnosis         -> model dsl
          sparsity          -> model
          uncertainty       -> data model parallel random dsl
          train             -> file uncertainty diagnosis metric rows data data.transform model kernel kernel.loss init parallel random dsl
          train.penalty     -> train kernel custom dsl
          train.constraint  -> train kernel dsl
          callback          -> train model
          selection         -> sparsity train metric data model random text dsl
          importance        -> metric rows data model random text dsl
          report            -> file json sparsity diagnosis train metric data model dsl
          check             -> custom json train uncertainty metric data model kernel kernel.loss init parallel random dsl
""");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void a_package_knows_only_what_its_arrows_name() {
    ARROWS.forEach(
        (origin, targets) ->
            classes()
                .that()
                .resideInAPackage(origin)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(targets)
                .check(CLASSES));
  }

  @Test
  void every_package_has_its_arrows() {
    assertEquals(
        CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()),
        ARROWS.keySet());
  }

  @Test
  void packages_form_no_cycles() {
    slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(ROOT + ".kernel.KernelChoice", ROOT + ".kernel.vector.VectorKernels")
        .check(CLASSES);
  }

  @Test
  void only_the_choice_of_kernels_knows_the_vector_kernels() {
    String vector = ROOT + ".kernel.vector";
    classes()
        .that()
        .resideInAPackage(vector)
        .should()
        .onlyHaveDependentClassesThat(resideInAPackage(vector).or(simpleName("KernelChoice")))
        .check(CLASSES);
  }

  @Test
  void only_the_progress_report_prints() {
    noClasses().that(not(simpleName("Progress"))).should(ACCESS_STANDARD_STREAMS).check(CLASSES);
  }

  @Test
  void nothing_is_reached_by_reflection() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .orShould()
        .callMethodWhere(target(name("forName")).and(target(owner(equivalentTo(Class.class)))))
        .check(CLASSES);
  }

  @Test
  void no_objects_are_serialised() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.Object(In|Out)putStream.*")
        .check(CLASSES);
  }

  private static Map<String, String[]> arrows(String lines) {
    return lines
        .lines()
        .map(line -> line.split("->", 2))
        .collect(Collectors.toMap(line -> patterns(line[0]).findFirst().get(), ArrowsTest::known));
  }

  private static String[] known(String[] line) {
    return Stream.of("java..", line[0], line[1])
        .flatMap(ArrowsTest::patterns)
        .toArray(String[]::new);
  }

  /** Returns the patterns that ArchUnit reads, for names with spaces between them. */
  private static Stream<String> patterns(String names) {
    return Stream.of(names.strip().split(" +"))
        .filter(name -> !name.isEmpty())
        .flatMap(
            name ->
                switch (name) {
                  case "runtime" -> Stream.of(ROOT);
                  case "dsl" -> Stream.of("dev.annette", "dev.annette.rule");
                  default -> Stream.of(name.endsWith("..") ? name : ROOT + "." + name);
                });
  }
}
