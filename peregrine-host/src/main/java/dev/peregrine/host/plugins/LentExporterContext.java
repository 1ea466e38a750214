package dev.peregrine.host.plugins;

import dev.peregrine.api.export.ExporterContext;

/** What is lent to an exporter for one call. */
record LentExporterContext(LentContext lent, Layout layout) implements Lending, ExporterContext {

  /** Names no setting: some are secret. */
  @Override
  public String toString() {
    return "context of one call";
  }
}
