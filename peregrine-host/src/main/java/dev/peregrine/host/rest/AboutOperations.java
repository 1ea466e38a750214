package dev.peregrine.host.rest;

import dev.peregrine.host.programs.Scope;
import java.util.List;

/** Who asks, and whom. */
final class AboutOperations {

  private final String version;

  AboutOperations(String version) {
    this.version = version;
  }

  record Self(
      @Meaning("How the token is called.") String program,
      @Meaning("What it may do.") List<Scope> scopes,
      @Meaning("Of Peregrine.") String version) {}

  List<Operation<?, ?>> all() {
    return List.of(
        Operation.get(
            Topic.ABOUT,
            "getSelf",
            "/self",
            "Says who you are here, and what you may do.",
            List.of(),
            Self.class,
            asked ->
                new Self(
                    asked.grant().name(),
                    asked.grant().scopes().stream().sorted().toList(),
                    version)));
  }
}
