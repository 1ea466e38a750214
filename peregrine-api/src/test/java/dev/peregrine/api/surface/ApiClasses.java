package dev.peregrine.api.surface;

import dev.peregrine.api.About;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of the API, without those of its tests. */
final class ApiClasses {

  private ApiClasses() {}

  /** Every class in the compiled module, nested and hidden ones too. */
  static List<Class<?>> all() {
    Path root = root();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .map(name -> name.replace(root.getFileSystem().getSeparator(), "."))
          .sorted()
          .<Class<?>>map(ApiClasses::load)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The classes that plugins can see. */
  static List<Class<?>> visible() {
    return all().stream().filter(ApiClasses::isVisible).toList();
  }

  static Path root() {
    try {
      return Path.of(About.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isVisible(Class<?> type) {
    boolean open =
        Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
    Class<?> outer = type.getDeclaringClass();
    return open && !type.isAnonymousClass() && (outer == null || isVisible(outer));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, About.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
