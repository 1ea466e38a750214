package dev.peregrine.host.plugins;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.api.export.Exporter;
import dev.peregrine.api.export.ExporterDescriptor;
import dev.peregrine.api.integration.Integration;
import dev.peregrine.api.integration.IntegrationDescriptor;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.api.mail.ClassifierDescriptor;
import dev.peregrine.api.mail.EmailClassifier;
import dev.peregrine.api.scoring.Scorer;
import dev.peregrine.api.scoring.ScorerDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A door of the API through which plugins come in. A new one is one line in {@link #ALL}.
 *
 * @param name for keys and people, such as {@code board}
 * @param type what plugins provide
 * @param describes the type of its descriptors
 * @param descriptor asks an extension for its descriptor
 */
record ExtensionPoint<T>(
    String name,
    Class<T> type,
    Class<? extends Descriptor> describes,
    Function<T, Descriptor> descriptor) {

  static final ExtensionPoint<JobBoard> BOARD =
      new ExtensionPoint<>("board", JobBoard.class, BoardDescriptor.class, JobBoard::descriptor);

  static final List<ExtensionPoint<?>> ALL =
      List.of(
          BOARD,
          new ExtensionPoint<>("scorer", Scorer.class, ScorerDescriptor.class, Scorer::descriptor),
          new ExtensionPoint<>(
              "llm", LlmBackend.class, LlmDescriptor.class, LlmBackend::descriptor),
          new ExtensionPoint<>(
              "integration",
              Integration.class,
              IntegrationDescriptor.class,
              Integration::descriptor),
          new ExtensionPoint<>(
              "exporter", Exporter.class, ExporterDescriptor.class, Exporter::descriptor),
          new ExtensionPoint<>(
              "mail",
              EmailClassifier.class,
              ClassifierDescriptor.class,
              EmailClassifier::descriptor));

  /** The point whose providers a service of that type is. */
  static Optional<ExtensionPoint<?>> ofService(String typeName) {
    return ALL.stream().filter(point -> point.type().getName().equals(typeName)).findFirst();
  }

  /** The point to which a descriptor belongs. */
  static ExtensionPoint<?> of(Descriptor descriptor) {
    return ALL.stream()
        .filter(point -> point.describes().isInstance(descriptor))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Descriptor \"%s\": expected one of a known extension point."
                        .formatted(descriptor.about().id())));
  }

  /** Point and id, such as {@code board/adzuna}. */
  static String key(Descriptor descriptor) {
    return of(descriptor).name() + "/" + descriptor.about().id();
  }
}
