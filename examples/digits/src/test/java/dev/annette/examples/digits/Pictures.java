package dev.annette.examples.digits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the pictures of the README: what the job prints, and the report it writes. */
public final class Pictures {
  private static final int START = 24; // lines of the terminal before the cut
  private static final int END = 34; // and after it

  private Pictures() {}

  /** Runs the job and writes the pictures into the folder named first. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Chromium browser = Chromium.find().orElseThrow(() -> new IllegalStateException(Chromium.how()));
    Path work = Files.createTempDirectory("pictures");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    DigitsJob.run(
        Path.of("digits.json"), 42, new PrintStream(printed, true, StandardCharsets.UTF_8));
    Files.move(Path.of("digits.json"), work.resolve("digits.json"));
    Path report = Files.move(Path.of("digits.html"), work.resolve("digits.html"));
    Path terminal = work.resolve("terminal.html");
    // the first line names the machine
    List<String> lines = cut(printed.toString(StandardCharsets.UTF_8).lines().skip(1).toList());
    Files.writeString(terminal, page(String.join("\n", lines)));
    browser.picture(terminal, folder.resolve("terminal.png"), 900, 40 + 18 * lines.size(), true);
    browser.picture(report, folder.resolve("report.png"), 1200, 1800, false);
    System.out.println("Wrote " + folder.resolve("terminal.png") + " and report.png.");
  }

  private static List<String> cut(List<String> lines) {
    if (lines.size() <= START + END) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, START));
    kept.add("...");
    kept.addAll(lines.subList(lines.size() - END, lines.size()));
    return kept;
  }

  private static String page(String text) {
    return """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"><style>
    body { margin: 0; padding: 20px 24px; background: #15181c; color: #dfe3e8; }
    pre { margin: 0; font: 13px/18px "DejaVu Sans Mono", Menlo, Consolas, monospace; }
    </style></head><body><pre>%s</pre></body></html>
    """
        .formatted(text.replace("&", "&amp;").replace("<", "&lt;"));
  }
}
