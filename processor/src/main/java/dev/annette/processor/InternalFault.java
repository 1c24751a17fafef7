package dev.annette.processor;

import java.io.PrintWriter;
import java.io.StringWriter;
import javax.lang.model.element.TypeElement;

/** The message for a failure of the processor itself. */
final class InternalFault {
  private InternalFault() {}

  /** Returns the message, with the trace that a report of the fault needs. */
  static String message(TypeElement type, Throwable fault) {
    StringWriter trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    return "Annette failed on "
        + type.getSimpleName()
        + ". This is a bug in Annette, not in your code. Please report it with the class and this"
        + " trace: "
        + trace;
  }
}
