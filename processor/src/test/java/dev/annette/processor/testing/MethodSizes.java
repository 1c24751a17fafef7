package dev.annette.processor.testing;

import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The lengths of methods in bytes of bytecode. */
public final class MethodSizes {
  private MethodSizes() {}

  /** Returns the length of each method of a class, by name and descriptor. */
  public static SortedMap<String, Integer> of(byte[] classFile) {
    SortedMap<String, Integer> sizes = new TreeMap<>();
    ClassReader reader = new ClassReader(classFile);
    // a writer with the same constants gives every instruction the length that it has in the file
    ClassWriter copy = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, copy) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            return new MethodVisitor(
                Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, thrown)) {
              @Override
              public void visitMaxs(int stack, int locals) {
                Label end = new Label();
                visitLabel(end);
                sizes.put(name + descriptor, end.getOffset());
                super.visitMaxs(stack, locals);
              }
            };
          }
        },
        0);
    return sizes;
  }
}
