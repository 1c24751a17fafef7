package dev.annette.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which package of the processor may know what. */
class ArchitectureTest {
  private static final String ROOT = "dev.annette.processor";
  private static final String READ = ROOT + ".read..";
  private static final String WRITE = ROOT + ".write..";
  private static final String LANGUAGE_MODEL = "javax.lang.model..";

  private static JavaClasses processor;

  @BeforeAll
  static void load() {
    processor =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
  }

  @Test
  void only_the_root_and_read_know_the_compiler() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT, READ, WRITE)))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(LANGUAGE_MODEL, "javax.annotation.processing..", "javax.tools.."))
        .check(processor);
  }

  @Test
  void write_knows_the_compiler_s_modifiers_only_because_javapoet_takes_them() {
    noClasses()
        .that()
        .resideInAPackage(WRITE)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(LANGUAGE_MODEL, "javax.annotation.processing..", "javax.tools..")
                .and(not(equivalentTo(Modifier.class))))
        .check(processor);
  }

  @Test
  void only_write_knows_javapoet() {
    noClasses()
        .that(not(resideInAPackage(WRITE)))
        .should()
        .dependOnClassesThat(resideInAPackage("com.palantir.javapoet.."))
        .check(processor);
  }

  @Test
  void nothing_knows_the_runtime() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage("dev.annette.runtime.."))
        .check(processor);
  }

  @Test
  void packages_know_those_before_them_only() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("diagnostic")
        .definedBy(ROOT + ".diagnostic..")
        .layer("ir")
        .definedBy(ROOT + ".ir..")
        .layer("op")
        .definedBy(ROOT + ".op..")
        .layer("layer")
        .definedBy(ROOT + ".layer..")
        .layer("column")
        .definedBy(ROOT + ".column..")
        .layer("pass")
        .definedBy(ROOT + ".pass..")
        .layer("read")
        .definedBy(READ)
        .layer("write")
        .definedBy(WRITE)
        .layer("root")
        .definedBy(ROOT)
        .whereLayer("diagnostic")
        .mayNotAccessAnyLayer()
        .whereLayer("ir")
        .mayOnlyAccessLayers("diagnostic")
        .whereLayer("op")
        .mayOnlyAccessLayers("ir")
        .whereLayer("layer")
        .mayOnlyAccessLayers("diagnostic", "ir", "op")
        .whereLayer("column")
        .mayOnlyAccessLayers("diagnostic", "ir", "layer")
        .whereLayer("pass")
        .mayOnlyAccessLayers("diagnostic", "ir", "op", "layer")
        .whereLayer("read")
        .mayOnlyAccessLayers("diagnostic", "ir", "layer", "column")
        .whereLayer("write")
        .mayOnlyAccessLayers("ir")
        .whereLayer("root")
        .mayNotBeAccessedByAnyLayer()
        .check(processor);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(processor);
  }
}
