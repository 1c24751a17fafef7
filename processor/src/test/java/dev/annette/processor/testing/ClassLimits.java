package dev.annette.processor.testing;

import java.util.Collection;
import org.objectweb.asm.ClassReader;

/**
 * The largest things in class files, to be compared with what a JVM allows.
 *
 * @param method the longest method, in bytes of bytecode
 * @param constants the largest constant pool, in entries
 * @param bytes the largest class file
 */
public record ClassLimits(int method, int constants, int bytes) {
  /** Returns the largest things in some class files. */
  public static ClassLimits of(Collection<byte[]> classFiles) {
    int method = 0;
    int constants = 0;
    int bytes = 0;
    for (byte[] classFile : classFiles) {
      for (int size : MethodSizes.of(classFile).values()) {
        method = Math.max(method, size);
      }
      constants = Math.max(constants, new ClassReader(classFile).getItemCount());
      bytes = Math.max(bytes, classFile.length);
    }
    return new ClassLimits(method, constants, bytes);
  }
}
