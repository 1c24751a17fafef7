package dev.annette.runtime;

/** Generated code and runtime that do not fit each other. */
public final class GeneratedVersionException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  GeneratedVersionException(int generatedFor, String generatedClass) {
    super(
        generatedClass
            + " was generated for version "
            + generatedFor
            + " of the agreement between generated code and runtime, but annette-runtime "
            + Annette.version()
            + " keeps version "
            + Annette.GENERATED_VERSION
            + ". Rebuild the project with annette-processor "
            + Annette.version()
            + ", or depend on the annette-runtime of the processor it was built with.");
  }
}
