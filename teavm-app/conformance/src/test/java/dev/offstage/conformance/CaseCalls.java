package dev.offstage.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads from the compiled cases which methods of the bindings each of them calls, itself or through
 * the suite's own code. What the screen does for all cases alike counts for none.
 */
final class CaseCalls {
  /** A method: its owner's internal name, its name, its descriptor. */
  record Method(String owner, String name, String descriptor) {}

  private static final String OWN = "dev/offstage/conformance/";
  private static final String BINDINGS = "dev/offstage/bindings/";
  private static final String SUITE = OWN + "Suite";

  /** What helpers do, they do for the case that started them. */
  private static final Method HELPER_START =
      new Method(OWN + "stage/Helper", "start", "(Ljava/lang/String;)L" + OWN + "stage/Helper;");

  private static final Method HELPER_LISTEN = new Method(OWN + "HelperProgram", "listen", "()V");
  private static final Set<String> BOUNDARIES =
      Set.of(OWN + "stage/LocalScreen.ask", OWN + "stage/RemoteScreen.ask");

  private final Map<String, Map<Method, List<Method>>> classes = new HashMap<>();

  /** The methods of the bindings that each registered case may call, by the case's name. */
  static Map<String, Set<Method>> read(List<String> registrars) {
    CaseCalls calls = new CaseCalls();
    Map<String, Set<Method>> result = new LinkedHashMap<>();
    for (String registrar : registrars) {
      calls.bodies(registrar).forEach((name, body) -> result.put(name, calls.reach(body)));
    }
    return result;
  }

  /** The classes whose {@code register} the suite calls, in order. */
  static List<String> registrars() {
    List<String> owners = new ArrayList<>();
    for (List<Method> called : new CaseCalls().load(OWN + "cases/AllCases").values()) {
      for (Method method : called) {
        if (method.name.equals("register")) {
          owners.add(method.owner);
        }
      }
    }
    return owners;
  }

  private Set<Method> reach(Method start) {
    Set<Method> bindings = new LinkedHashSet<>();
    Set<Method> seen = new HashSet<>();
    Deque<Method> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Method method = open.pop();
      if (method.owner.startsWith(BINDINGS)) {
        bindings.add(method);
      }
      if (!method.owner.startsWith(OWN)
          || BOUNDARIES.contains(method.owner + "." + method.name)
          || !seen.add(method)) {
        continue;
      }
      open.addAll(load(method.owner).getOrDefault(method, List.of()));
      if (method.equals(HELPER_START)) {
        open.push(HELPER_LISTEN);
      }
    }
    return bindings;
  }

  /** The calls of each method of a class; lambdas and method references count as calls. */
  private Map<Method, List<Method>> load(String owner) {
    return classes.computeIfAbsent(owner, CaseCalls::parse);
  }

  private static Map<Method, List<Method>> parse(String owner) {
    Map<Method, List<Method>> methods = new LinkedHashMap<>();
    accept(
        owner,
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            List<Method> calls = new ArrayList<>();
            methods.put(new Method(owner, name, descriptor), calls);
            return new Calls(calls);
          }
        });
    return methods;
  }

  /** The body of each case that a class registers, by the case's name. */
  private Map<String, Method> bodies(String owner) {
    Map<String, Method> bodies = new LinkedHashMap<>();
    accept(
        owner,
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return name.equals("register") ? new Registrations(bodies) : null;
          }
        });
    return bodies;
  }

  private static void accept(String owner, ClassVisitor visitor) {
    try (InputStream in = CaseCalls.class.getResourceAsStream("/" + owner + ".class")) {
      new ClassReader(in).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Method of(Handle handle) {
    return new Method(handle.getOwner(), handle.getName(), handle.getDesc());
  }

  private static final class Calls extends MethodVisitor {
    private final List<Method> calls;

    Calls(List<Method> calls) {
      super(Opcodes.ASM9);
      this.calls = calls;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      calls.add(new Method(owner, name, descriptor));
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle) {
          calls.add(of((Handle) argument));
        }
      }
    }
  }

  /** A registration is a constant, a lambda, and the call that takes both. */
  private static final class Registrations extends MethodVisitor {
    private final Map<String, Method> bodies;
    private String caseName;
    private Method body;

    Registrations(Map<String, Method> bodies) {
      super(Opcodes.ASM9);
      this.bodies = bodies;
    }

    @Override
    public void visitLdcInsn(Object value) {
      caseName = (String) value;
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      body = of((Handle) arguments[1]);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(SUITE)) {
        bodies.put(caseName, body);
      }
    }
  }
}
