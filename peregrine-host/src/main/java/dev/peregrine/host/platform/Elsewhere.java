package dev.peregrine.host.platform;

import java.util.Optional;

/** Where more of a person lies than in their folder and in the service's database. */
public interface Elsewhere {

  /** Nowhere. */
  Elsewhere NOWHERE =
      new Elsewhere() {
        @Override
        public Optional<ErasureProof.Part> counted(String user) {
          return Optional.empty();
        }

        @Override
        public void delete(String user) {
          // There is nothing.
        }
      };

  /** What there is; throws where that cannot be known now. */
  Optional<ErasureProof.Part> counted(String user);

  /** Deletes all of it; throws where it cannot, and is called again then. */
  void delete(String user);
}
