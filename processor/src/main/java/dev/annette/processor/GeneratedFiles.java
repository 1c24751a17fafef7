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
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Writes generated files; each comes from exactly one class, so that builds stay incremental. */
final class GeneratedFiles {
  private final Filer filer;

  /** Who asked for a class of a name, in this compilation. */
  private final Map<String, String> owners = new HashMap<>();

  /** A class of a name that is to be written; those in class files may be of the build before. */
  private final SourceTypes sources;

  GeneratedFiles(Filer filer, SourceTypes sources) {
    this.filer = filer;
    this.sources = sources;
  }

  /** Reports classes of the names that are to be written, by hand or for another network. */
  void checkFree(List<SourceFile> files, TypeElement origin, Diagnostics problems) {
    String network = origin.getQualifiedName().toString();
    for (SourceFile file : files) {
      String owner = owners.putIfAbsent(file.qualifiedName(), network);
      if (owner != null || sources.contains(file.qualifiedName())) {
        problems.report(
            Problem.NAME_CLASH,
            ElementOrigin.of(origin),
            origin.getSimpleName()
                + " is to be written as "
                + file.qualifiedName()
                + ", but that is the name of "
                + (owner == null ? "a class that exists" : "what is written for " + owner)
                + ". Rename one of the two.");
        return;
      }
    }
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
    writeText(network.packageName(), network.generatedName(".plan.txt"), text, origin);
  }

  /** Writes a text beside class files. */
  void writeText(String packageName, String file, String text, TypeElement origin) {
    try (Writer writer =
        filer
            .createResource(StandardLocation.CLASS_OUTPUT, packageName, file, origin)
            .openWriter()) {
      writer.write(text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
