package dev.peregrine.host.searches;

import dev.peregrine.host.employers.EmployerLookUp;
import dev.peregrine.host.employers.KnownEmployer;
import java.util.List;
import java.util.Optional;

/**
 * The lists of employers.
 *
 * @param looking what is looked for just now; empty where nothing is
 * @param result what was found last
 * @param seen employers behind postings that were found, not watched yet
 */
record EmployersPart(
    String looking,
    Optional<EmployerLookUp.Result> result,
    List<KnownEmployer> watched,
    List<KnownEmployer> seen,
    String token) {

  boolean isWatched(KnownEmployer employer) {
    return watched.stream()
        .anyMatch(
            one -> one.board().equals(employer.board()) && one.slug().equals(employer.slug()));
  }
}
