package dev.peregrine.host.plugins;

import java.nio.file.Path;

/** What the person decided about plugins, kept in a YAML file that people can read. */
public final class PluginDecisions {

  public PluginDecisions(Path file) {}
}
