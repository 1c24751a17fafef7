package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.annette.runtime.model.ModelContent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of Python in the description of the format: they find every bit of every weight. */
class PythonTest {
  private static final Path FORMAT = Path.of("docs", "model-format.md");
  private static final String PRINTS =
      "\nfor n, w in weights.items(): print(n, w.shape, w.tobytes().hex())\n";

  @TempDir Path folder;

  @Test
  void python_reads_the_weights() throws Exception {
    assumeTrue(runs("import numpy"), "python3 with numpy is not here; the lines are not tried");
    String snippet = snippet();
    assertTrue(snippet.lines().count() <= 8, snippet);
    Path script = Files.writeString(folder.resolve("weights.py"), snippet + PRINTS);
    for (ModelContent content :
        List.of(
            SampleModels.small(), SampleModels.wideModel(1024), SampleModels.wideModel(20_000))) {
      Path file = folder.resolve("model.json");
      ModelFile.save(content, file);
      assertEquals(expected(content), printed(script, file));
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        ModelFile.save(content, out);
      }
      assertEquals(expected(content), printed(script, file));
    }
  }

  private static String snippet() throws IOException {
    String text = Files.readString(FORMAT);
    int from = text.indexOf("```python\n") + "```python\n".length();
    return text.substring(from, text.indexOf("```", from));
  }

  private static List<String> expected(ModelContent content) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < content.tensorCount(); i++) {
      var tensor = content.description().tensors().get(i);
      float[] values = content.tensor(i);
      ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(values);
      String shape = tensor.shape().toString().replace("[", "(").replace("]", ")");
      shape = tensor.shape().size() == 1 ? shape.replace(")", ",)") : shape;
      lines.add(tensor.name() + " " + shape + " " + HexFormat.of().formatHex(bytes.array()));
    }
    return lines;
  }

  private static List<String> printed(Path script, Path file) throws Exception {
    Process python =
        new ProcessBuilder("python3", script.toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, python.waitFor(), output);
    return output.lines().toList();
  }

  private static boolean runs(String program) throws InterruptedException {
    try {
      Process python =
          new ProcessBuilder("python3", "-c", program)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return python.waitFor(60, TimeUnit.SECONDS) && python.exitValue() == 0;
    } catch (IOException noPython) {
      return false;
    }
  }
}
