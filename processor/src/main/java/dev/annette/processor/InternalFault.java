package dev.annette.processor;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** The message for a failure of the processor itself. */
final class InternalFault {
  private InternalFault() {}

  /** Returns the message; the trace that a report of the fault needs stands in a file. */
  static String message(TypeElement type, Throwable fault, GeneratedFiles files) {
    StackTraceElement[] frames = fault.getStackTrace();
    String place = frames.length == 0 ? "" : " at " + frames[0];
    return "Annette failed on "
        + type.getSimpleName()
        + ": "
        + fault
        + place
        + ". This is a bug in Annette, not in your code. Please report it with your class and "
        + trace(type, fault, files);
  }

  /** Returns where the trace is, or the trace itself where no file can be written. */
  private static String trace(TypeElement type, Throwable fault, GeneratedFiles files) {
    StringWriter trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    String file = type.getSimpleName() + ".fault.txt";
    try {
      files.writeText(packageName(type), file, trace.toString(), type);
      return file + ", which stands where its class file would.";
    } catch (UncheckedIOException unwritten) {
      return "this trace: " + trace;
    }
  }

  private static String packageName(TypeElement type) {
    Element element = type;
    while (!(element instanceof PackageElement home)) {
      element = element.getEnclosingElement();
    }
    return home.getQualifiedName().toString();
  }
}
