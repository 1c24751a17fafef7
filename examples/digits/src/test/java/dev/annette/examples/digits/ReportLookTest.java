package dev.annette.examples.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of a run as a browser shows it. */
class ReportLookTest {
  private static final Pattern MEASURE = Pattern.compile("id=\"measured\">([^<]*)<");

  /**
   * Writes how much too wide the page is, and how high each section, where a test finds it. A
   * browser's window is at least 500 pixels wide; a frame in it may be as narrow as a telephone.
   */
  private static final String PAGE =
      """
      <!DOCTYPE html><html><body style="margin: 0"><p id="measured"></p><iframe srcdoc="%s"
      style="width: %dpx; height: 900px; border: 0"></iframe><script>
      onload = () => {
        const page = frames[0].document;
        document.getElementById('measured').textContent =
            [page.documentElement.scrollWidth - frames[0].innerWidth].concat(
                [...page.querySelectorAll('section')].map(s => Math.round(s.clientHeight)))
            .join(' ');
      };
      </script></body></html>
      """;

  @TempDir private static Path folder;
  private static Chromium browser;
  private static Path report;

  @BeforeAll
  static void train() throws IOException {
    Optional<Chromium> found = Chromium.find();
    assumeTrue(found.isPresent(), Chromium.how());
    browser = found.get();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    DigitsJob.run(folder.resolve("digits.json"), 42, nowhere);
    report = folder.resolve("digits.html");
  }

  @ParameterizedTest
  @CsvSource({"500, false", "500, true", "1280, false", "1280, true"})
  void it_fits_the_window_and_is_not_blank(int width, boolean dark) throws Exception {
    Path image = folder.resolve("report.png");
    browser.picture(report, image, width, 3000, dark);
    BufferedImage picture = ImageIO.read(image.toFile());
    assertEquals(width, picture.getWidth());
    int paper = picture.getRGB(2, 2);
    assertEquals(dark, (paper & 0xFF) < 128, Integer.toHexString(paper));
    Set<Integer> colors = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y += 3) {
      for (int x = 0; x < width; x++) {
        colors.add(picture.getRGB(x, y));
      }
    }
    assertTrue(colors.size() > 100, "colours: " + colors.size());
  }

  @Test
  void nothing_is_wider_than_the_window_and_no_section_is_empty() throws Exception {
    String framed = Files.readString(report).replace("&", "&amp;").replace("\"", "&quot;");
    for (int width : new int[] {360, 500, 800, 1280, 1600}) {
      Path measured = folder.resolve("measured.html");
      Files.writeString(measured, PAGE.formatted(framed, width));
      Matcher matcher = MEASURE.matcher(browser.afterScripts(measured, Math.max(500, width)));
      assertTrue(matcher.find());
      String[] numbers = matcher.group(1).split(" ");
      assertTrue(Integer.parseInt(numbers[0]) <= 0, "too wide at " + width + ": " + numbers[0]);
      assertEquals(8, numbers.length - 1, "sections");
      for (int i = 1; i < numbers.length; i++) {
        assertTrue(Integer.parseInt(numbers[i]) > 60, "section " + i + ": " + numbers[i]);
      }
    }
  }
}
