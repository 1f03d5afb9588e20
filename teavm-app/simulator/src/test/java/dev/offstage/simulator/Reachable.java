package dev.offstage.simulator;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what an engine holds on to: its own objects, and what is in their collections. */
final class Reachable {
  private static final String OURS = "dev.offstage.engine.";

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayDeque<Object> waiting = new ArrayDeque<>();

  private Reachable() {}

  /** How many objects can be reached from {@code root}, the virtual world left out. */
  static int count(Object root) {
    Reachable walk = new Reachable();
    walk.add(root);
    while (!walk.waiting.isEmpty()) {
      walk.visit(walk.waiting.remove());
    }
    return walk.seen.size();
  }

  private void add(@Nullable Object object) {
    if (object != null && (isOurs(object) || isContainer(object)) && seen.add(object)) {
      waiting.add(object);
    }
  }

  private static boolean isOurs(Object object) {
    return object.getClass().getName().startsWith(OURS);
  }

  private static boolean isContainer(Object object) {
    return object instanceof Collection || object instanceof Map || object instanceof Object[];
  }

  private void visit(Object object) {
    if (object instanceof Collection<?> collection) {
      collection.forEach(this::add);
    } else if (object instanceof Map<?, ?> map) {
      map.values().forEach(this::add);
    } else if (object instanceof Object[] array) {
      for (Object element : array) {
        add(element);
      }
    } else {
      for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          if (type.getName().startsWith(OURS)
              && !Modifier.isStatic(field.getModifiers())
              && !field.getType().isPrimitive()) {
            add(valueOf(field, object));
          }
        }
      }
    }
  }

  private static @Nullable Object valueOf(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
