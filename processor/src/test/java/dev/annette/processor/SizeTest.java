package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Files and methods of the modules stay short enough to be read at once. */
class SizeTest {
  private static final int FILE_LINES = 300;

  private static final int METHOD_LINES = 50;

  // kernels are unrolled by hand
  private static final int KERNEL_FILE_LINES = 400;
  private static final int KERNEL_METHOD_LINES = 110;

  @Test
  void files_and_methods_are_short() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (String module : List.of("dsl", "processor", "runtime")) {
      check(Path.of("..", module, "src", "main", "java"), tooLong);
    }
    assertEquals(List.of(), tooLong);
  }

  private static void check(Path sources, List<String> tooLong) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(sources)) {
      files = paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    assertFalse(files.isEmpty(), () -> "no sources in " + sources);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new LongMethods(unit, positions, tooLong).scan(unit, null);
      }
    }
  }

  /** Finds what is too long in one file. */
  private static final class LongMethods extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> tooLong;
    private final LineMap lines;
    private final String file;
    private final boolean isKernel;

    LongMethods(CompilationUnitTree unit, SourcePositions positions, List<String> tooLong) {
      this.unit = unit;
      this.positions = positions;
      this.tooLong = tooLong;
      this.lines = unit.getLineMap();
      this.file = unit.getSourceFile().getName().replace('\\', '/');
      this.isKernel = file.contains("/kernel/");
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree tree, Void nothing) {
      long length = lines.getLineNumber(positions.getEndPosition(unit, tree));
      if (length > (isKernel ? KERNEL_FILE_LINES : FILE_LINES)) {
        tooLong.add(file + ": " + length + " lines");
      }
      return super.visitCompilationUnit(tree, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      long first = lines.getLineNumber(positions.getStartPosition(unit, method));
      long last = lines.getLineNumber(positions.getEndPosition(unit, method));
      if (last - first + 1 > (isKernel ? KERNEL_METHOD_LINES : METHOD_LINES)) {
        tooLong.add(file + ", " + method.getName() + ": " + (last - first + 1) + " lines");
      }
      return super.visitMethod(method, nothing);
    }
  }
}
