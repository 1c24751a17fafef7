package dev.annette.runtime.kernel.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds in a class file what is known to keep C2 from holding vectors in registers. Each finding
 * says where and what.
 */
final class VectorStructure extends ClassVisitor {
  /**
   * Bytes of bytecode of a kernel. HotSpot compiles no method of more than 8,000, and C2 gives up
   * inlining earlier, since every call of the vector API is inlined many calls deep.
   */
  static final int METHOD_BYTES = 1_500;

  private static final String PACKAGE = "jdk/incubator/vector/";
  private static final String SPECIES = PACKAGE + "VectorSpecies";

  /** Its other types are operators and shapes. */
  private static final Set<String> VECTORS =
      Set.of(
          "Vector",
          "ByteVector",
          "ShortVector",
          "IntVector",
          "LongVector",
          "FloatVector",
          "DoubleVector",
          "VectorMask",
          "VectorShuffle");

  private final List<String> findings = new ArrayList<>();
  private String owner = "";

  /** Over a writer with the same constants, so that instructions are as long as in the file. */
  private VectorStructure(ClassWriter copy) {
    super(Opcodes.ASM9, copy);
  }

  /** Returns what is wrong with a class. */
  static List<String> findings(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    VectorStructure structure = new VectorStructure(new ClassWriter(reader, 0));
    reader.accept(structure, 0);
    return structure.findings;
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String above, String[] interfaces) {
    owner = name.substring(name.lastIndexOf('/') + 1);
    super.visit(version, access, name, signature, above, interfaces);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    Type type = Type.getType(descriptor);
    if (isVector(type) && !isConstantOfRearrangement(access, type)) {
      find(name, "a field holds a vector, which lies on the heap");
    }
    boolean isConstant = (access & Opcodes.ACC_STATIC) != 0 && (access & Opcodes.ACC_FINAL) != 0;
    if (isSpecies(type) && !isConstant) {
      find(name, "a species is not static and final, so C2 does not know its length");
    }
    return super.visitField(access, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] thrown) {
    for (Type type : types(descriptor)) {
      if (isVector(type)) {
        find(name, "a vector crosses a call, and is boxed where the call is not inlined");
      }
      if (isSpecies(type)) {
        find(name, "a species crosses a call, so C2 may not know its length");
      }
    }
    return new Instructions(name, super.visitMethod(access, name, descriptor, signature, thrown));
  }

  private static List<Type> types(String descriptor) {
    List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(descriptor)));
    types.add(Type.getReturnType(descriptor));
    return types;
  }

  private static boolean isVector(Type type) {
    String name = name(type);
    return name.startsWith(PACKAGE) && VECTORS.contains(name.substring(PACKAGE.length()));
  }

  /** C2 takes shuffles and masks that never change for constants, as it does species. */
  private static boolean isConstantOfRearrangement(int access, Type type) {
    int constant = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    boolean rearranges = name(type).endsWith("Shuffle") || name(type).endsWith("Mask");
    return (access & constant) == constant && type.getSort() != Type.ARRAY && rearranges;
  }

  private static boolean isSpecies(Type type) {
    return name(type).equals(SPECIES);
  }

  /** Returns the class of a type, and of the elements of an array. */
  private static String name(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    return element.getSort() == Type.OBJECT ? element.getInternalName() : "";
  }

  private void find(String member, String what) {
    findings.add(owner + "." + member + ": " + what);
  }

  /** What the code of a method does. */
  private final class Instructions extends MethodVisitor {
    private final String method;

    Instructions(String method, MethodVisitor copy) {
      super(Opcodes.ASM9, copy);
      this.method = method;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.ANEWARRAY && isVector(Type.getObjectType(type))) {
        find(method, "an array holds vectors, which lie on the heap");
      }
      super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String type, String name, String descriptor, boolean isInterface) {
      if (isSpecies(Type.getReturnType(descriptor)) && !method.equals("<clinit>")) {
        find(method, "a species is made while the method runs, so C2 does not know its length");
      }
      super.visitMethodInsn(opcode, type, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      if (types(descriptor).stream().anyMatch(VectorStructure::isVector)) {
        find(method, "a lambda captures a vector, which then lies on the heap");
      }
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitMaxs(int stack, int locals) {
      Label end = new Label();
      visitLabel(end);
      if (end.getOffset() > METHOD_BYTES) {
        find(method, "a method of " + end.getOffset() + " bytes is too big for C2 to inline all");
      }
      super.visitMaxs(stack, locals);
    }
  }
}
