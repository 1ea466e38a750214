package dev.peregrine.host.tracking;

import java.util.Optional;

/**
 * What one of the person's own columns says of a job.
 *
 * @param column its id
 * @param here what it says here
 * @param base what both sides said when they last agreed
 * @param there what it says there, where both were changed since
 */
public record OwnValue(long job, String column, String here, String base, Optional<String> there) {

  /** Whether the person has to say which counts. */
  public boolean isConflict() {
    return there.isPresent();
  }

  /** Whether what was written here has still to go there. */
  boolean isToGo() {
    return there.isEmpty() && !here.equals(base);
  }

  /** This after the other side was read. */
  OwnValue read(String theirs) {
    if (here.equals(base) || here.equals(theirs)) {
      return new OwnValue(job, column, theirs, theirs, Optional.empty());
    }
    return theirs.equals(base)
        ? new OwnValue(job, column, here, base, Optional.empty())
        : new OwnValue(job, column, here, base, Optional.of(theirs));
  }

  /** This with what the person says; it goes there next. */
  OwnValue written(String text) {
    return new OwnValue(job, column, text, there.orElse(base), Optional.empty());
  }

  /** This once the other side took what is here. */
  OwnValue taken() {
    return new OwnValue(job, column, here, here, Optional.empty());
  }
}
