package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.lang.model.element.Modifier;

/** How a model is saved and loaded. */
final class ModelFiles {
  private static final ClassName PATH = ClassName.get("java.nio.file", "Path");

  private final Names names;

  ModelFiles(Names names) {
    this.names = names;
  }

  void addTo(TypeSpec.Builder type) {
    type.addMethod(load(PATH, "file", "Returns the model in a file.\n"));
    type.addMethod(
        load(TypeName.get(InputStream.class), "stream", "Returns the model in a stream.\n"));
    type.addMethod(load(TypeName.get(byte[].class), "json", "Returns the model in these bytes.\n"));
    type.addMethod(
        save(PATH, "file", "Saves the model; the file is the old one or the new one, whole.\n")
            .addAnnotation(Override.class)
            .build());
    type.addMethod(
        save(
                TypeName.get(OutputStream.class),
                "stream",
                "Writes the model; the stream stays open.\n")
            .addAnnotation(Override.class)
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("toJson")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(byte[].class)
            .addStatement("return $T.toBytes(content)", RuntimeNames.MODEL_FILE)
            .build());
  }

  private MethodSpec load(TypeName source, String name, String what) {
    CodeBlock loaded = CodeBlock.of("$T.load($L,$WDESCRIPTION)", RuntimeNames.MODEL_FILE, name);
    return MethodSpec.methodBuilder("load")
        .addJavadoc(
            what
                + "\n@throws IOException if it cannot be read, or is not a model of this network\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(source, name)
        .addException(IOException.class)
        .returns(names.model())
        .addStatement("return new $T($L)", names.model(), loaded)
        .build();
  }

  private static MethodSpec.Builder save(TypeName target, String name, String what) {
    return MethodSpec.methodBuilder("save")
        .addJavadoc(what)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(target, name)
        .addException(IOException.class)
        .addStatement("$T.save(content,$W$L)", RuntimeNames.MODEL_FILE, name);
  }
}
