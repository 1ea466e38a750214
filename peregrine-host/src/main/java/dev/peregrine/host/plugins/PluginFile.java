package dev.peregrine.host.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A jar, a folder with jars, or a recipe, where plugins are looked for.
 *
 * @param path the jar, the folder or the recipe
 * @param jars the jar or the recipe, or the jars in the folder and its {@code lib/}, sorted by name
 * @param stamp changes when any of them does; made without reading them
 * @param shipped whether it came with Peregrine
 */
record PluginFile(Path path, List<Path> jars, String stamp, boolean shipped) {

  private static final Pattern RECIPE = Pattern.compile("(?i).+\\.ya?ml");
  private static final Logger LOG = LoggerFactory.getLogger(PluginFile.class);

  PluginFile {
    jars = List.copyOf(jars);
  }

  boolean isFolder() {
    return jars.size() != 1 || !jars.getFirst().equals(path);
  }

  boolean isRecipe() {
    return !isFolder() && RECIPE.matcher(String.valueOf(path.getFileName())).matches();
  }

  /** The file's name without {@code .jar} or {@code .yaml}. */
  String name() {
    String name = String.valueOf(path.getFileName());
    return isJarName(name) || RECIPE.matcher(name).matches()
        ? name.substring(0, name.lastIndexOf('.'))
        : name;
  }

  /** What is in a folder, sorted by name; nothing where the folder is missing or unreadable. */
  static List<PluginFile> in(Path folder, boolean shipped) {
    var found = new ArrayList<PluginFile>();
    for (Path entry : entries(folder)) {
      try {
        if (Files.isDirectory(entry)) {
          ofFolder(entry, shipped, found);
        } else if (isJar(entry) || isRecipe(entry)) {
          found.add(new PluginFile(entry, List.of(entry), stamp(List.of(entry)), shipped));
        }
      } catch (UncheckedIOException e) {
        LOG.debug("Gone while looking: {}", entry, e);
      }
    }
    return found;
  }

  private static void ofFolder(Path folder, boolean shipped, List<PluginFile> found) {
    boolean isSource =
        Files.exists(folder.resolve("pom.xml")) || Files.exists(folder.resolve("src"));
    if (isSource) {
      return;
    }
    var jars = new ArrayList<Path>();
    for (Path place : List.of(folder, folder.resolve("lib"))) {
      entries(place).stream().filter(PluginFile::isJar).forEach(jars::add);
    }
    if (!jars.isEmpty()) {
      found.add(new PluginFile(folder, jars, stamp(jars), shipped));
    }
  }

  private static boolean isJar(Path path) {
    return isJarName(String.valueOf(path.getFileName())) && Files.isRegularFile(path);
  }

  private static boolean isRecipe(Path path) {
    return RECIPE.matcher(String.valueOf(path.getFileName())).matches()
        && Files.isRegularFile(path);
  }

  private static boolean isJarName(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".jar");
  }

  private static List<Path> entries(Path folder) {
    var entries = new ArrayList<Path>();
    if (!Files.isDirectory(folder)) {
      return entries;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path entry : all) {
        if (!String.valueOf(entry.getFileName()).startsWith(".")) {
          entries.add(entry);
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      LOG.warn("Folder \"{}\" cannot be read, so no plugin in it is used.", folder, e);
    }
    entries.sort(null);
    return entries;
  }

  private static String stamp(List<Path> jars) {
    var stamp = new StringBuilder();
    for (Path jar : jars) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
        stamp
            .append(jar)
            .append(' ')
            .append(attributes.size())
            .append(' ')
            .append(attributes.lastModifiedTime())
            .append(' ')
            .append(attributes.fileKey())
            .append('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return stamp.toString();
  }
}
