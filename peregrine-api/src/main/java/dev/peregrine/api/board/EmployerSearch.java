package dev.peregrine.api.board;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One search over several employers. */
final class EmployerSearch {

  /** So many employers failing in a row mean that the host fails, not the employers. */
  private static final int IN_A_ROW = 3;

  private final List<Employer> employers;
  private final BoardContext context;
  private final Quota quota;

  EmployerSearch(List<Employer> employers, BoardContext context, Quota quota) {
    this.employers = employers;
    this.context = context;
    this.quota = quota;
  }

  void run(Handover.EmployerReader reader) throws ExtensionException, InterruptedException {
    if (employers.isEmpty()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "No employers are named. Name some in the search profile, by the short names in the addresses of their career pages.");
    }
    try {
      readAll(reader);
    } finally {
      quota.handOverSpare();
    }
  }

  private void readAll(Handover.EmployerReader reader)
      throws ExtensionException, InterruptedException {
    var failures = new ArrayList<ExtensionException>();
    int inARow = 0;
    for (int i = 0; i < employers.size() && !quota.isUsedUp(); i++) {
      Employer employer = employers.get(i);
      tell(employer, i);
      quota.shareAmong(employers.size() - i);
      try {
        reader.read(employer, new RowHandover(quota, context, Optional.of(employer)));
        inARow = 0;
      } catch (ExtensionException failed) {
        boolean hostFails = failed.kind() == Kind.UNAVAILABLE || failed.kind() == Kind.REFUSED;
        inARow = hostFails ? inARow + 1 : 0;
        if (employers.size() == 1 || failed.kind() == Kind.RATE_LIMITED || inARow == IN_A_ROW) {
          throw failed;
        }
        failures.add(failed);
        context.skipped("Employer \"%s\"".formatted(employer.slug()), failed);
      }
    }
    if (failures.size() == employers.size()) {
      throw noneReadable(failures);
    }
  }

  private void tell(Employer employer, int done) {
    context.progress().of(done, employers.size());
    context
        .progress()
        .step("Employer %d of %d: %s".formatted(done + 1, employers.size(), employer.label()));
  }

  private ExtensionException noneReadable(List<ExtensionException> failures) {
    // What passes by itself comes first: the person need not act as long as it may be only that.
    for (Kind kind : List.of(Kind.UNAVAILABLE, Kind.REFUSED, Kind.CHANGED_REMOTE)) {
      for (ExtensionException failure : failures) {
        if (failure.kind() == kind) {
          return failure;
        }
      }
    }
    String names =
        employers.stream()
            .limit(5)
            .map(one -> "\"" + one.slug() + "\"")
            .collect(Collectors.joining(", "));
    return new ExtensionException(
        Kind.BAD_SETTINGS,
        "None of the %d employers is known here, beginning with %s. Check their short names in the addresses of their career pages."
            .formatted(employers.size(), names));
  }
}
