package dev.offstage.staticjs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teavm.backend.wasm.intrinsics.WasmGCCodeGenContext;
import org.teavm.backend.wasm.model.WasmFunction;
import org.teavm.backend.wasm.model.WasmType;

/** The JavaScript functions that a WebAssembly module imports as {@code js.0}, {@code js.1}, ... */
final class JsFunctions {
  private final WasmGCCodeGenContext context;
  private final Map<String, Integer> sources = new LinkedHashMap<>();
  private final Map<Import, WasmFunction> imports = new HashMap<>();

  JsFunctions(WasmGCCodeGenContext context) {
    this.context = context;
  }

  /**
   * The import of a function.
   *
   * @param source an arrow function
   * @param result null if nothing is to come back
   */
  WasmFunction of(String source, List<WasmType> parameters, @Nullable WasmType result) {
    return imports.computeIfAbsent(new Import(source, parameters, result), this::newImport);
  }

  private WasmFunction newImport(Import wanted) {
    Integer known = sources.putIfAbsent(wanted.source, sources.size());
    String name = String.valueOf(known == null ? sources.size() - 1 : known);
    WasmFunction function =
        new WasmFunction(
            context.functionTypes().of(wanted.result, wanted.parameters.toArray(new WasmType[0])));
    function.setName(context.names().topLevel("js@" + name));
    function.setImportModule("js");
    function.setImportName(name);
    context.module().functions.add(function);
    return function;
  }

  /** Writes a module that exports the functions as an array, {@code functions}. */
  void writeTo(Path file) {
    StringBuilder text = new StringBuilder("export const functions = [\n");
    sources.keySet().forEach(source -> text.append(source).append(",\n"));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text.append("];\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Import(String source, List<WasmType> parameters, @Nullable WasmType result) {}
}
