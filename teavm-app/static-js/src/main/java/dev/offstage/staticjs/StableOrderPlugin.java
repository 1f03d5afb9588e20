package dev.offstage.staticjs;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;
import org.teavm.common.CachedFunction;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.dependency.DependencyAnalyzer;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * The same program becomes the same bytes, each time. TeaVM writes classes in the order in which it
 * has found them, and that depends on sets of objects that are ordered by their identity hash codes
 * ({@code TypeSet.domain}). Once all are found, this puts them in the order of their names.
 *
 * <p>TeaVM offers no way to do so: private fields of it are read. Where they are not what they
 * were, the build fails.
 */
public final class StableOrderPlugin implements TeaVMPlugin {
  @Override
  public void install(TeaVMHost host) {
    host.add(new Listener());
  }

  private static final class Listener extends AbstractDependencyListener {
    private CachedFunction<?, ?> found = new CachedFunction<>(name -> name);

    @Override
    public void started(DependencyAgent agent) {
      Object analyzer = read(DependencyAgent.class, "analyzer", agent);
      found = (CachedFunction<?, ?>) read(DependencyAnalyzer.class, "classCache", analyzer);
    }

    @Override
    public void complete() {
      @SuppressWarnings("unchecked")
      var classes = (Map<String, Object>) read(CachedFunction.class, "cache", found);
      Map<String, Object> sorted = new TreeMap<>(classes);
      classes.clear();
      classes.putAll(sorted);
    }
  }

  private static Object read(Class<?> type, String name, Object owner) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("TeaVM is not what it was: " + type + " has no " + name, e);
    }
  }
}
