package dev.peregrine.host.plugins;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** What a jar's manifest says of a plugin. All of it is text from a stranger. */
record PluginManifest(Attributes attributes) {

  private static final int LONGEST = 500;

  static PluginManifest of(Path jar) throws BrokenPluginException {
    try (var file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      return new PluginManifest(manifest == null ? new Attributes() : manifest.getMainAttributes());
    } catch (IOException e) {
      throw new BrokenPluginException(
          "The manifest of \"%s\" cannot be read. Build the plugin again."
              .formatted(jar.getFileName()),
          e);
    }
  }

  boolean namesPlugin() {
    return !text("Plugin-Id").isEmpty();
  }

  /** A value without control characters and cut to a length that a page can show; may be empty. */
  String text(String name) {
    String value = attributes.getValue(name);
    if (value == null) {
      return "";
    }
    String clean = value.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
  }

  /** The hosts of {@code Plugin-Hosts}, separated by commas or blanks. */
  Optional<Set<String>> hosts() {
    String value = attributes.getValue("Plugin-Hosts");
    if (value == null) {
      return Optional.empty();
    }
    var hosts = new LinkedHashSet<String>();
    for (String host : value.split("[,\\s]+", -1)) {
      if (!host.isBlank()) {
        hosts.add(host.toLowerCase(Locale.ROOT));
      }
    }
    return Optional.of(hosts);
  }
}
