package dev.annette.runtime.reliability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the tests, to be run in a JVM of its own with what the tests have. */
public final class TestProgram {
  private TestProgram() {}

  /** Returns what starts a program that is soon there and soon over. */
  public static ProcessBuilder of(Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
