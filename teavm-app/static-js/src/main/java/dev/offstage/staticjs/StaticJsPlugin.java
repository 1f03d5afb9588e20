package dev.offstage.staticjs;

import java.nio.file.Path;
import org.teavm.backend.wasm.TeaVMWasmGCHost;
import org.teavm.jso.impl.JSBodyRepository;
import org.teavm.jso.impl.JSOPlugin;
import org.teavm.vm.spi.After;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Every {@code @JSBody} and every access to a JavaScript object becomes an import of its own,
 * {@code js.<number>}, and the functions to be imported become a JavaScript module.
 *
 * <p>TeaVM's property {@value #FILE} names the file of that module. Without it, and for other
 * targets than WebAssembly GC, the plugin does nothing.
 */
@After(JSOPlugin.class)
public final class StaticJsPlugin implements TeaVMPlugin {
  /** The property that names the file to write. */
  public static final String FILE = "offstage.staticJs";

  @Override
  public void install(TeaVMHost host) {
    TeaVMWasmGCHost wasm = host.getExtension(TeaVMWasmGCHost.class);
    String file = host.getProperties().getProperty(FILE);
    if (wasm == null || file == null) {
      return;
    }
    JSBodyRepository bodies = host.getService(JSBodyRepository.class);
    wasm.contributeToCodeGen(
        (context, registry) -> {
          JsFunctions functions = new JsFunctions(context);
          Calls calls = new Calls(functions, context.functions(), bodies.emitters);
          calls.methods().forEach(m -> registry.inlineIntrinsics().registerIntrinsic(m, calls));
          // Called when all methods have been compiled.
          context.initializerRegistry().register(start -> functions.writeTo(Path.of(file)));
        });
  }
}
