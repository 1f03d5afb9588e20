package dev.offstage.staticjs;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.teavm.ast.ConstantExpr;
import org.teavm.ast.Expr;
import org.teavm.ast.InvocationExpr;
import org.teavm.backend.wasm.BaseWasmFunctionRepository;
import org.teavm.backend.wasm.intrinsics.WasmGCInlineIntrinsic;
import org.teavm.backend.wasm.intrinsics.WasmGCInlineIntrinsicContext;
import org.teavm.backend.wasm.model.WasmType;
import org.teavm.backend.wasm.model.instruction.WasmInstructionBuilder;
import org.teavm.jso.impl.JS;
import org.teavm.jso.impl.JSBodyEmitter;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;

/**
 * Compiles calls of JavaScript to calls of imported functions. Numbers and truth values cross the
 * border as what they are, where TeaVM would have them wrapped and unwrapped by calls of their own.
 */
final class Calls implements WasmGCInlineIntrinsic {
  private static final Set<String> ACCESSES =
      Set.of("invoke", "construct", "get", "getPure", "set", "setPure", "global");

  private final JsFunctions functions;
  private final BaseWasmFunctionRepository javaFunctions;
  private final Map<MethodReference, JSBodyEmitter> bodies;
  private final Set<MethodReference> accesses = new LinkedHashSet<>();
  private final Map<MethodReference, ValueType> wraps = new HashMap<>();
  private final Map<MethodReference, ValueType> unwraps = new HashMap<>();

  Calls(
      JsFunctions functions,
      BaseWasmFunctionRepository javaFunctions,
      Map<MethodReference, JSBodyEmitter> bodies) {
    this.functions = functions;
    this.javaFunctions = javaFunctions;
    this.bodies = bodies;
    for (Method method : JS.class.getDeclaredMethods()) {
      sort(method);
    }
  }

  private void sort(Method method) {
    MethodReference reference = MethodReference.parse(method);
    String name = method.getName();
    if (ACCESSES.contains(name)) {
      accesses.add(reference);
    } else if (name.equals("wrap") && method.getParameterTypes()[0].isPrimitive()) {
      wraps.put(reference, reference.parameterType(0));
    } else if (name.startsWith("unwrap") && method.getReturnType().isPrimitive()) {
      unwraps.put(reference, reference.getReturnType());
    }
  }

  /** What is to be compiled here. */
  List<MethodReference> methods() {
    List<MethodReference> all = new ArrayList<>(bodies.keySet());
    all.addAll(accesses);
    all.addAll(unwraps.keySet());
    return all;
  }

  @Override
  public void apply(
      InvocationExpr invocation, WasmGCInlineIntrinsicContext context, WasmInstructionBuilder to) {
    MethodReference method = invocation.getMethod();
    ValueType unwrapped = unwraps.get(method);
    if (unwrapped == null) {
      boolean silent = method.getReturnType() == ValueType.VOID;
      emit(call(invocation), silent ? null : WasmType.EXTERN, context, to);
      return;
    }
    Expr wrapped = invocation.getArguments().get(0);
    Call call = wrapped instanceof InvocationExpr source ? callOrNull(source) : null;
    if (call != null && unwrapped == ValueType.BOOLEAN) {
      call = call.script.isExpression() ? call.with(call.script.asTruth()) : null;
    }
    if (call != null) {
      emit(call, wasmType(unwrapped), context, to);
    } else {
      context.generate(to, wrapped);
      to.call(javaFunctions.forStaticMethod(method));
    }
  }

  private void emit(
      Call call,
      @Nullable WasmType result,
      WasmGCInlineIntrinsicContext context,
      WasmInstructionBuilder to) {
    List<WasmType> types = new ArrayList<>();
    Script script = call.script;
    for (int i = 0; i < call.arguments.size(); i++) {
      Expr argument = call.arguments.get(i);
      ValueType primitive = argument instanceof InvocationExpr e ? wraps.get(e.getMethod()) : null;
      if (primitive != null) {
        types.add(wasmType(primitive));
        context.generate(to, ((InvocationExpr) argument).getArguments().get(0));
        if (primitive == ValueType.BOOLEAN) {
          script = script.withTruth(i);
        }
      } else if (isNull(argument)) {
        types.add(WasmType.EXTERN);
        to.nullConst(WasmType.EXTERN);
      } else {
        types.add(WasmType.EXTERN);
        context.generate(to, argument);
      }
    }
    to.call(functions.of(script.source(), types, result));
  }

  private Call call(InvocationExpr invocation) {
    Call call = callOrNull(invocation);
    if (call == null) {
      throw new IllegalArgumentException(
          "no static JavaScript for " + invocation.getMethod() + " as it is called here");
    }
    return call;
  }

  private @Nullable Call callOrNull(InvocationExpr invocation) {
    MethodReference method = invocation.getMethod();
    if (accesses.contains(method)) {
      return access(invocation);
    }
    JSBodyEmitter body = bodies.get(method);
    return body == null ? null : new Call(Script.of(body), invocation.getArguments());
  }

  /** An access to an object, or where that is null, to the global scope. */
  private @Nullable Call access(InvocationExpr invocation) {
    List<Expr> given = invocation.getArguments();
    List<Expr> passed = new ArrayList<>();
    String name = invocation.getMethod().getName();
    if (name.equals("global")) {
      String global = constant(given.get(0));
      return global == null ? null : new Call(Script.expression(0, global), passed);
    }
    if (name.equals("construct")) {
      String type = globalName(given.get(0));
      if (type == null) {
        type = pass(given.get(0), passed);
      }
      String arguments = passAll(given.subList(1, given.size()), passed);
      return new Call(Script.expression(passed.size(), "new " + type + arguments), passed);
    }
    String member = member(given.get(0), given.get(1), passed);
    if (member == null) {
      return null;
    }
    List<Expr> rest = given.subList(2, given.size());
    return switch (name) {
      case "invoke" -> {
        String call = member + passAll(rest, passed);
        yield new Call(Script.expression(passed.size(), call), passed);
      }
      case "get", "getPure" -> new Call(Script.expression(passed.size(), member), passed);
      default -> {
        String value = pass(rest.get(0), passed);
        yield new Call(Script.expression(passed.size(), member + " = " + value), passed);
      }
    };
  }

  private static @Nullable String member(Expr object, Expr key, List<Expr> passed) {
    String name = wrappedConstant(key);
    if (isNull(object)) {
      return name;
    }
    String target = pass(object, passed);
    if (name == null) {
      return target + "[" + pass(key, passed) + "]";
    }
    return Script.isIdentifier(name)
        ? target + "." + name
        : target + "[" + Script.quoted(name) + "]";
  }

  private static String pass(Expr argument, List<Expr> passed) {
    passed.add(argument);
    return Script.parameter(passed.size() - 1);
  }

  private static String passAll(List<Expr> arguments, List<Expr> passed) {
    List<String> names = new ArrayList<>();
    for (Expr argument : arguments) {
      names.add(pass(argument, passed));
    }
    return "(" + String.join(", ", names) + ")";
  }

  /** The name, where it is that of something in the global scope. */
  private static @Nullable String globalName(Expr expr) {
    if (!(expr instanceof InvocationExpr invocation)
        || !invocation.getMethod().getClassName().equals(JS.class.getName())) {
      return null;
    }
    List<Expr> arguments = invocation.getArguments();
    return switch (invocation.getMethod().getName()) {
      case "global" -> constant(arguments.get(0));
      case "get", "getPure" -> isNull(arguments.get(0)) ? wrappedConstant(arguments.get(1)) : null;
      default -> null;
    };
  }

  private static @Nullable String wrappedConstant(Expr expr) {
    return expr instanceof InvocationExpr invocation
            && invocation.getMethod().getClassName().equals(JS.class.getName())
            && invocation.getMethod().getName().equals("wrap")
        ? constant(invocation.getArguments().get(0))
        : null;
  }

  private static @Nullable String constant(Expr expr) {
    return expr instanceof ConstantExpr constant && constant.getValue() instanceof String text
        ? text
        : null;
  }

  private static boolean isNull(Expr expr) {
    return expr instanceof ConstantExpr constant && constant.getValue() == null;
  }

  private static WasmType wasmType(ValueType type) {
    return switch (((ValueType.Primitive) type).getKind()) {
      case LONG -> WasmType.INT64;
      case FLOAT -> WasmType.FLOAT32;
      case DOUBLE -> WasmType.FLOAT64;
      default -> WasmType.INT32;
    };
  }

  /** A script, and what it is called with. */
  private record Call(Script script, List<Expr> arguments) {
    Call with(Script other) {
      return new Call(other, arguments);
    }
  }
}
