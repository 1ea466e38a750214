package dev.peregrine.host.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the operations are described, put together when somebody first asks: most starts of the
 * program end before anybody does.
 */
final class Description {

  private final List<Operation<?, ?>> operations;

  // Guarded by this; never changed once it is there.
  private @Nullable ObjectNode document;

  Description(List<Operation<?, ?>> operations) {
    this.operations = List.copyOf(operations);
  }

  /** As OpenAPI 3.1 has it; nobody changes it. */
  synchronized ObjectNode document() {
    ObjectNode described = document;
    if (described == null) {
      described = OpenApi.of(operations);
      document = described;
    }
    return described;
  }
}
