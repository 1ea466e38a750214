package dev.peregrine.plugin.exporter.office;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.export.ExportRequest;

/** What is said to a request that a format does not hold. */
final class Unsupported {

  private Unsupported() {}

  static ExtensionException by(String format, ExportRequest request) {
    return new ExtensionException(
        ExtensionException.Kind.UNSUPPORTED,
        "%s holds no \"%s\". Choose another format.".formatted(format, request.kind()));
  }
}
