package dev.annette.processor;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.read.ElementOrigin;
import dev.annette.processor.write.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Writes generated files; each comes from exactly one class, so that builds stay incremental. */
final class GeneratedFiles {
  private final Filer filer;
  private final Elements elements;

  /** Who asked for a class of a name, in this compilation. */
  private final Map<String, String> owners = new HashMap<>();

  GeneratedFiles(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /** Reports a class of the name that is to be written, by hand or for another network. */
  void checkFree(SourceFile source, TypeElement origin, Diagnostics problems) {
    String other = owners.get(source.qualifiedName());
    if (other == null && elements.getTypeElement(source.qualifiedName()) == null) {
      owners.put(source.qualifiedName(), origin.getQualifiedName().toString());
      return;
    }
    String holder = other == null ? "a class that exists" : "a class that is written for " + other;
    problems.report(
        Problem.NAME_CLASH,
        ElementOrigin.of(origin),
        "The network "
            + origin.getSimpleName()
            + " is to be written as "
            + source.qualifiedName()
            + ", which is the name of "
            + holder
            + ". Rename one of the two.");
  }

  /** Writes a source file that comes from one class. */
  void write(SourceFile source, TypeElement origin) {
    try (Writer writer = filer.createSourceFile(source.qualifiedName(), origin).openWriter()) {
      writer.write(source.text());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes a network's programs as text, beside its class file. */
  void writePlan(ClassRef network, String text, TypeElement origin) {
    String file = network.generatedName(".plan.txt");
    try (Writer writer =
        filer
            .createResource(StandardLocation.CLASS_OUTPUT, network.packageName(), file, origin)
            .openWriter()) {
      writer.write(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
