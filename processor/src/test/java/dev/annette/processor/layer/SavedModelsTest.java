package dev.annette.processor.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.read.Kinds;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A saved model of every kind of layer and modifier, which every later version loads: with the bits
 * of its numbers and those that it predicted when it was saved.
 *
 * <p>A kind has three files in {@code src/test/resources/saved/<version of the format>}: the source
 * of its network, the model, and the bits. {@code -Dgoldens=missing} writes those of kinds that
 * have none; files that are there are never written again.
 */
class SavedModelsTest {
  private static final Path SAVED = Path.of("src", "test", "resources", "saved", "1");

  static List<Class<? extends Annotation>> kinds() {
    return Kinds.load().fieldAnnotations();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_saved_model_has_all_its_bits(Class<? extends Annotation> kind) throws IOException {
    Path file = SAVED.resolve(kind.getSimpleName() + ".json");
    if (!Files.exists(file) && "missing".equals(System.getProperty("goldens"))) {
      write(kind);
    }
    assertTrue(
        Files.exists(file),
        () ->
            "there is no saved model of @" + kind.getSimpleName() + "; -Dgoldens=missing adds it");
    NetworkModel model = compiled(read(kind, ".java")).load(Files.readAllBytes(file));
    assertEquals(read(kind, ".bits.txt"), bits(model));
    assertEquals(Files.readString(file), new String(model.toJson(), StandardCharsets.UTF_8));
  }

  private static void write(Class<? extends Annotation> kind) throws IOException {
    String source = KindContractTest.source(kind);
    NetworkTrainer<?> trainer = KindContractTest.prepared(compiled(source), 3);
    trainer.step(KindContractTest.batch());
    NetworkModel model = trainer.model();
    Files.createDirectories(SAVED);
    Files.writeString(SAVED.resolve(kind.getSimpleName() + ".java"), source);
    Files.writeString(SAVED.resolve(kind.getSimpleName() + ".bits.txt"), bits(model));
    model.save(SAVED.resolve(kind.getSimpleName() + ".json"));
  }

  private static GeneratedNetwork compiled(String source) {
    Compilation compilation = SourceCompiler.javac().compile(source);
    assertTrue(compilation.succeeded(), compilation::messages);
    return compilation.network("example.Sample");
  }

  private static String read(Class<? extends Annotation> kind, String end) throws IOException {
    return Files.readString(SAVED.resolve(kind.getSimpleName() + end));
  }

  /** Returns a line of hexadecimal floats for each tensor, and one for what is predicted. */
  private static String bits(NetworkModel model) {
    List<String> lines = new ArrayList<>();
    ModelContent content = model.content();
    for (int i = 0; i < content.tensorCount(); i++) {
      lines.add(line(content.description().tensors().get(i).name(), content.tensor(i)));
    }
    lines.add(line("predicted", KindContractTest.outputs(model)));
    return String.join("\n", lines) + "\n";
  }

  private static String line(String name, float[] values) {
    StringBuilder line = new StringBuilder(name);
    for (float value : values) {
      line.append(" %08x".formatted(Float.floatToRawIntBits(value)));
    }
    return line.toString();
  }
}
