package dev.annette.processor;

import java.util.Map;
import java.util.Set;

/**
 * The options of the processor, as {@code -Akey=value} to javac.
 *
 * @param dumpsPlan {@code annette.dump=plan}: writes each network's program as text beside its
 *     class
 * @param fuses {@code annette.fusion=off} leaves every step on its own, to check fusion against
 */
record Options(boolean dumpsPlan, boolean fuses) {
  private static final String DUMP = "annette.dump";
  private static final String FUSION = "annette.fusion";

  /** The keys of all options. */
  static final Set<String> KEYS = Set.of(DUMP, FUSION);

  /** Returns the options that javac was given. */
  static Options of(Map<String, String> given) {
    return new Options("plan".equals(given.get(DUMP)), !"off".equals(given.get(FUSION)));
  }
}
