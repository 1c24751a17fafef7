package dev.annette.examples.digits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window, to look at what was written. */
record Chromium(Path program) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /**
   * Returns the browser of {@code -Dannette.chromium=path}, or one on the path; nothing if none is
   * there.
   */
  static Optional<Chromium> find() {
    String named = System.getProperty("annette.chromium", "");
    Stream<Path> programs =
        named.isEmpty()
            ? Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            : Stream.of(Path.of(named));
    return programs.filter(Files::isExecutable).findFirst().map(Chromium::new);
  }

  /** Returns what somebody without one should do. */
  static String how() {
    return "no Chromium on the path; name one with -Dannette.chromium=...";
  }

  /** Takes a picture of a page. */
  void picture(Path page, Path image, int width, int height, boolean dark)
      throws IOException, InterruptedException {
    run(
        dark,
        "--hide-scrollbars",
        "--window-size=" + width + "," + height,
        "--screenshot=" + image,
        page.toUri().toString());
  }

  /** Returns the page as it stands after its scripts have run at this width. */
  String afterScripts(Path page, int width) throws IOException, InterruptedException {
    return run(false, "--window-size=" + width + ",900", "--dump-dom", page.toUri().toString());
  }

  private String run(boolean dark, String... arguments) throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory("chromium");
    Path output = profile.resolve("output");
    List<String> command = new ArrayList<>(List.of(program.toString(), "--headless"));
    command.addAll(List.of("--no-sandbox", "--disable-gpu", "--user-data-dir=" + profile));
    if (dark) {
      command.add("--blink-settings=preferredColorScheme=0");
    }
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the browser has not ended after a minute");
    }
    if (process.exitValue() != 0) {
      throw new IOException("the browser ended with " + process.exitValue());
    }
    return Files.readString(output);
  }
}
