package dev.annette.processor;

import dev.annette.processor.diagnostic.Diagnostic;
import dev.annette.processor.read.ElementOrigin;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Prints problems where the compiler shows them: at the annotation value, where there is one. */
final class DiagnosticPrinter {
  private final Messager messager;

  DiagnosticPrinter(Messager messager) {
    this.messager = messager;
  }

  /** Prints one problem. */
  void print(Diagnostic diagnostic) {
    Kind kind = diagnostic.problem().isLint() ? Kind.WARNING : Kind.ERROR;
    ElementOrigin origin = (ElementOrigin) diagnostic.origin();
    if (origin.value() != null) {
      messager.printMessage(
          kind, diagnostic.text(), origin.element(), origin.annotation(), origin.value());
    } else if (origin.annotation() != null) {
      messager.printMessage(kind, diagnostic.text(), origin.element(), origin.annotation());
    } else {
      messager.printMessage(kind, diagnostic.text(), origin.element());
    }
  }
}
